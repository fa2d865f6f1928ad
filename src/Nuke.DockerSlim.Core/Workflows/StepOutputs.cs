using System.Globalization;
using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Workflows;

/// <summary>
/// What later steps of a workflow can ask for: <c>steps.ID.outputs.download-bytes</c>. Of one image the names stand alone; of several each has its image's
/// name before it (<c>orders-api-download-bytes</c>). A figure that was not taken has no output, which a workflow reads as empty.
/// </summary>
public static class StepOutputs
{
    /// <summary>The name of the output with the comment's address.</summary>
    public const string CommentAddress = "comment-url";

    /// <summary>The outputs of a run.</summary>
    /// <param name="reports">The images' reports, one at least.</param>
    /// <param name="file">The file of a report as a later step finds it.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<ImageReport> reports, Func<ImageReport, string> file)
    {
        if (reports is [var only])
            return [.. Of(only, file(only)), new("reports", file(only))];
        var names = Names(reports);
        // The first that is not good says what the run came to.
        var outcome =
            reports.FirstOrDefault(x => x.Outcome is not (ReportOutcome.Good or ReportOutcome.Incomplete))
            ?? reports.MinBy(x => x.Outcome)!;
        return
        [
            new("outcome", Word(outcome.Outcome)),
            new("reports", string.Join('\n', reports.Select(file))),
            .. reports.SelectMany((x, i) => Of(x, file(x)).Select(y => KeyValuePair.Create($"{names[i]}-{y.Key}", y.Value))),
        ];
    }

    /// <summary>Outputs as the runner reads them from the file that <c>GITHUB_OUTPUT</c> names; a later one of the same name replaces an earlier one.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="delimiter">A word that nobody can guess: what stands between two lines of it is a value.</param>
    /// <exception cref="InputException">A value holds the delimiter, so that what follows it would be taken for an output of its own.</exception>
    public static string Written(IEnumerable<KeyValuePair<string, string>> outputs, string delimiter)
    {
        var written = new StringBuilder();
        foreach (var (name, value) in outputs)
        {
            var lines = value.ReplaceLineEndings("\n");
            if (lines.Contains(delimiter, StringComparison.Ordinal))
                throw new InputException($"The output {name} holds the word that was to end it, and is not written.");
            if (lines.Contains('\n'))
                written.Append(name).Append("<<").Append(delimiter).Append('\n').Append(lines).Append('\n').Append(delimiter).Append('\n');
            else
                written.Append(name).Append('=').Append(lines).Append('\n');
        }
        return written.ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> Of(ImageReport report, string file)
    {
        (string Name, string? Value)[] outputs =
        [
            ("outcome", Word(report.Outcome)),
            ("download-bytes", Bytes(report.Sizes?.Download)),
            ("unpacked-bytes", Bytes(report.Sizes?.Unpacked)),
            ("digest", (report.Push.Digest ?? report.Image.Digest)?.Value),
            ("cold-seconds", Seconds(report.Builds.Cold)),
            ("warm-seconds", Seconds(report.Builds.Warm)),
            ("edited-seconds", Seconds(report.Builds.Edited)),
            ("report", UntrustedText.OneLine(file)),
        ];
        return outputs.Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Name, x.Value!));
    }

    // As the report has it.
    private static string Word(ReportOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    private static string? Bytes(ByteSize? size) => size?.Bytes.ToString(CultureInfo.InvariantCulture);

    // A void figure does not mean what its name says.
    private static string? Seconds(TimedBuild? build) =>
        build is { Void: null } ? (build.Milliseconds / 1_000m).ToString("0.000", CultureInfo.InvariantCulture) : null;

    private static string[] Names(IReadOnlyList<ImageReport> reports)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. reports.Select(x => Free(Plain(x.Image.Name), taken))];
    }

    // What an expression of a workflow can name behind a dot.
    private static string Plain(string name)
    {
        var plain = string.Concat(name.Select(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '_' ? x : '-'));
        return plain.Length > 0 && (char.IsAsciiLetter(plain[0]) || plain[0] == '_') ? plain : $"_{plain}";
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return free;
    }
}
