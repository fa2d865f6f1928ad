using System.Runtime.CompilerServices;

namespace Octokit.Internal;

internal static class Ensure
{
    public static T NotNull<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);

    public static string NotBlank(string value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        string.IsNullOrWhiteSpace(NotNull(value, name)) ? throw new ArgumentException("String cannot be empty", name) : value;
}
