using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Reads from what <c>docker buildx inspect</c> says which platforms a builder's machines can run; there is no JSON of it.</summary>
internal static partial class BuilderPlatforms
{
    /// <summary>The platforms of all machines, each machine's own first.</summary>
    /// <param name="text">What buildx said.</param>
    public static IReadOnlyList<string> Read(string text) =>
        [
            .. Line()
                .Matches(text)
                .SelectMany(x => x.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                // A star is behind what a user set for the machine.
                .Select(x => x.TrimEnd('*'))
                .Distinct(),
        ];

    [GeneratedRegex(@"^Platforms:[ \t]+(?<names>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
