using Nuke.DockerSlim.Secrets;

namespace Nuke.DockerSlim.Previewing;

/// <summary>Build args and variables whose names say that their values are secrets: they should be secret mounts, and are not shown all the same.</summary>
internal static class HiddenValues
{
    private const string Stars = "***";

    /// <summary>Arguments with stars in the place of such values.</summary>
    /// <param name="arguments">The arguments.</param>
    public static IEnumerable<string> In(IReadOnlyList<string> arguments) =>
        arguments.Select((x, i) => i > 0 && arguments[i - 1] is "--build-arg" or "--env" or "--label" ? In(x) : x);

    /// <summary><c>NAME=value</c> with stars in the place of a value that the name says is a secret.</summary>
    /// <param name="pair">The pair; a name alone is left as it is.</param>
    public static string In(string pair) =>
        pair.Split('=', 2) is [var name, { Length: > 0 }] && SecretNames.Has(name) ? $"{name}={Stars}" : pair;
}
