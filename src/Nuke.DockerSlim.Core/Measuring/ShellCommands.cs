using System.Text.RegularExpressions;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Measuring;

/// <summary>The commands that a RUN instruction runs one after another, as words.</summary>
internal static partial class ShellCommands
{
    private const string Keywords = "if then else fi for while until do done case esac { }";

    /// <summary>Splits what stands behind RUN. What the splitting cannot be sure of, a heredoc or a control structure, is no commands at all.</summary>
    /// <param name="arguments">The arguments on one line, without flags.</param>
    public static IReadOnlyList<string[]> Split(string arguments)
    {
        var words = DockerfileWords.Split(arguments);
        if (words.Count == 0 || words[0].StartsWith("<<", StringComparison.Ordinal))
            return [];
        if (words[0].StartsWith('['))
            return [Exec(string.Join(' ', words))];
        string[][] commands = [.. Separators().Split(string.Join(' ', words)).Select(x => Words(x)).Where(x => x.Length > 0)];
        return commands.Any(x => Keywords.Split(' ').Contains(x[0])) ? [] : commands;
    }

    // Settings in front of a command belong to it, and it is the same command without them.
    private static string[] Words(string command) =>
        [.. DockerfileWords.Split(command).SkipWhile(x => Setting().IsMatch(x) || x is "sudo" or "exec").Select(x => x.Trim('"', '\''))];

    private static string[] Exec(string json) => [.. ExecWords().Matches(json).Select(x => x.Groups["word"].Value)];

    [GeneratedRegex(@"\s*(?:&&|\|\||;|\|)\s*")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*=")]
    private static partial Regex Setting();

    [GeneratedRegex(@"""(?<word>[^""]*)""")]
    private static partial Regex ExecWords();
}
