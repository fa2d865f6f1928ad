using System.Runtime.CompilerServices;

namespace Docker.DotNet.Operations;

internal static class Argument
{
    /// <summary>The real package reports an empty name like a missing one.</summary>
    public static void ThrowIfNullOrEmpty(string value, [CallerArgumentExpression(nameof(value))] string name = null)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(name);
        }
    }
}
