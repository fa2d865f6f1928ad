namespace Nuke.DockerSlim.Components;

/// <summary>The parameters of ours for people, in groups and with examples: Nuke's own help has them in one list with all others.</summary>
internal static class ParameterHelp
{
    private const int Widest = 100;

    /// <summary>The lines of a terminal.</summary>
    /// <param name="known">The build's parameters.</param>
    /// <param name="width">Columns of a line.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<KnownParameter> known, int width)
    {
        width = Math.Clamp(width, 60, Widest);
        foreach (var group in ParameterGroups.All)
        {
            yield return "";
            yield return group.Title;
            foreach (var (name, example) in group.Parameters.Where(x => Find(known, x.Name) is not null))
            {
                yield return $"  --{name} {example}".TrimEnd();
                foreach (var line in Wrap(Find(known, name)!.Description ?? "", width - 6))
                    yield return "      " + line;
            }
        }
        yield return "";
        yield return "Each also works as an environment variable (DOWNLOAD_SIZE=80MB), in";
        yield return ".nuke/parameters.json (\"DownloadSize\": \"80MB\") and in C#. Lists: A B or A,B.";
        yield return "./build.sh --help lists targets and all other parameters; docs/targets.md explains.";
    }

    /// <summary>The same as Markdown, which docs/parameters.md is.</summary>
    /// <param name="known">The build's parameters.</param>
    public static string Markdown(IReadOnlyList<KnownParameter> known)
    {
        string[] lines =
        [
            "# Parameters",
            "",
            "Made from the code (`ParameterHelpTests`); `./build.sh SlimHelp` prints the same. What each is about in more words: [targets.md](targets.md#parameters).",
            .. ParameterGroups.All.SelectMany(group =>
                (string[])
                    [
                        "",
                        $"## {group.Title}",
                        "",
                        "| Parameter, with an example | What for |",
                        "| --- | --- |",
                        .. group.Parameters.Select(x =>
                            $"| `{$"--{x.Name} {x.Example}".TrimEnd()}` | {Find(known, x.Name)?.Description?.Replace("|", "\\|", StringComparison.Ordinal)} |"
                        ),
                    ]
            ),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static KnownParameter? Find(IReadOnlyList<KnownParameter> known, string name) =>
        known.FirstOrDefault(x => x.IsOurs && x.Name == name);

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
                line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
