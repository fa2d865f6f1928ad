using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

/// <summary>How a contract build ended. The text is plain: no colours, and the blanks that cannot be seen made ordinary ones or left out.</summary>
public sealed partial class BuildResult(int exitCode, string rawOutput)
{
    public const int Failure = 255;
    public const int Aborted = 134;

    public int ExitCode { get; } = exitCode;

    public string RawOutput { get; } = rawOutput;

    public string Output { get; } = ToPlainText(rawOutput);

    public string[] Lines => Output.Split('\n');

    /// <summary>The lines of the form NAME=VALUE that the parameter build prints.</summary>
    public string Value(string name) => Lines.Single(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>The rows of the summary table: name, status, duration and what stands behind.</summary>
    public string[] Rows()
    {
        var rules = Lines
            .Select((line, index) => (line, index))
            .Where(pair => pair.line.StartsWith('─'))
            .Select(pair => pair.index)
            .ToArray();
        Assert.Equal(2, rules.Length);
        return Lines[(rules[0] + 1)..rules[1]].Select(row => Blanks().Replace(row, " ").TrimEnd()).ToArray();
    }

    private static string ToPlainText(string text) =>
        Colours().Replace(text, "").Replace("\u200b", "").Replace('\u00a0', ' ').Replace("\r", "");

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colours();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
