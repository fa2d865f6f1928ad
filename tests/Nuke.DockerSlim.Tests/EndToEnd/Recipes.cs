using System.Text.RegularExpressions;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>The recipes of docs/measuring.md: fenced blocks whose first line is a comment with their name.</summary>
internal static partial class Recipes
{
    private static readonly Dictionary<string, string> All = Block()
        .Matches(File.ReadAllText(Path.Combine(Fixtures.RepositoryRoot, "docs", "measuring.md")))
        .ToDictionary(x => x.Groups["name"].Value, x => x.Groups["script"].Value);

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Runs one with an empty folder of its own, and gives what it printed, a list of words a line.</summary>
    public static async Task<IReadOnlyList<string[]>> RunAsync(string name, IReadOnlyDictionary<string, string?> variables)
    {
        using var empty = new TestFolder();
        var (exitCode, output) = await Tool.RunAsync(
            "bash",
            ["-uc", All[name]],
            new Dictionary<string, string?>(variables) { ["EMPTY"] = empty.Path }
        );
        Assert.True(exitCode == 0, $"{name}: {output}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(' '))];
    }

    [GeneratedRegex(
        @"^```sh\n# (?<name>\w+)\n(?<script>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
