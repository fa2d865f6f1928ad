using System.Text;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Workflows;

/// <summary>
/// Lines that GitHub's runner takes for commands when they are printed (docs.github.com, "Workflow commands for GitHub Actions"). What is put into them is
/// written so that it ends neither the command nor the line.
/// </summary>
public static class WorkflowCommand
{
    // The runner shows the first 4 kB of a message.
    private const int LongestMessage = 2_000;
    private const int LongestProperty = 300;

    /// <summary>A remark on the run, or on a line of a file.</summary>
    /// <param name="severity">An error, a warning or a notice.</param>
    /// <param name="message">What to say, on one line when it is shown.</param>
    /// <param name="file">The file, relative to the root of the repository; null: none.</param>
    /// <param name="line">Its line, from one; null: none.</param>
    /// <param name="title">What stands above the message; null: what GitHub puts there.</param>
    public static string Annotation(FindingSeverity severity, string message, string? file = null, int? line = null, string? title = null)
    {
        var word = severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "notice",
        };
        string?[] properties =
        [
            string.IsNullOrEmpty(file) ? null : $"file={Property(file)}",
            string.IsNullOrEmpty(file) || line is not > 0
                ? null
                : $"line={line.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            string.IsNullOrEmpty(title) ? null : $"title={Property(title)}",
        ];
        var known = string.Join(',', properties.Where(x => x is not null));
        return $"::{word}{(known.Length > 0 ? " " : "")}{known}::{Data(Shown(message, LongestMessage))}";
    }

    /// <summary>
    /// The lines that have the runner mask a value in everything that is printed from then on: one a line of the value, as it masks line by line. The lines
    /// themselves hold it in the clear, and the runner does not show them: they are for nobody else.
    /// </summary>
    /// <param name="value">The value.</param>
    public static IEnumerable<string> Mask(string value) =>
        value
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct()
            .Select(x => $"::add-mask::{Data(x)}");

    /// <summary>Has the runner take no line for a command until <see cref="Resume" />.</summary>
    /// <param name="token">A word that nobody can guess.</param>
    public static string Stop(string token) => $"::stop-commands::{token}";

    /// <summary>Ends what <see cref="Stop" /> began.</summary>
    /// <param name="token">The same word.</param>
    public static string Resume(string token) => $"::{token}::";

    private static string Shown(string text, int most)
    {
        var line = UntrustedText.OneLine(text);
        return line.Length <= most ? line : ShortText.Head(line, most - 1) + "…";
    }

    private static string Property(string text) =>
        Data(Shown(text, LongestProperty)).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Data(string text) =>
        new StringBuilder(text).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A").ToString();
}
