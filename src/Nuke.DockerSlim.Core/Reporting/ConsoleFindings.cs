using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The findings, the worst first, each with its place and its fix.</summary>
internal static class ConsoleFindings
{
    private const int Most = 20;

    /// <summary>Writes the findings; nothing when there are none.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(IReadOnlyList<Finding> findings, ConsoleLines lines)
    {
        if (findings.Count == 0)
            return;
        lines.Blank();
        lines.Line(new ConsoleSpan("  findings", ConsoleTone.Faint));
        foreach (var finding in findings.OrderByDescending(x => x.Severity).Take(Most))
            Write(finding, lines);
        if (findings.Count > Most)
            lines.Line(new ConsoleSpan($"  and {findings.Count - Most} more, in the report", ConsoleTone.Faint));
    }

    private static void Write(Finding finding, ConsoleLines lines)
    {
        var (word, tone) = finding.Severity switch
        {
            FindingSeverity.Error => ("  error    ", ConsoleTone.Bad),
            FindingSeverity.Warning => ("  warning  ", ConsoleTone.Caution),
            _ => ("  info     ", ConsoleTone.Faint),
        };
        var message = UntrustedText.OneLine(finding.Message);
        var place = Place(finding);
        lines.Paragraph(new(word, tone), $"{place}{message} [{UntrustedText.OneLine(finding.Rule)}]");
        if (finding.Saving is { Bytes: > 0 } saving)
            lines.Paragraph("           ", $"Would save {saving.Text} unpacked.", ConsoleTone.Faint);
        if (finding.Fix is { } fix)
            lines.Paragraph("           ", $"Fix: {UntrustedText.OneLine(fix)}", ConsoleTone.Faint);
    }

    private static string Place(Finding finding) =>
        (UntrustedText.OneLine(finding.File), finding.Line) switch
        {
            ({ Length: > 0 } file, { } line) => $"{file}:{line}: ",
            ({ Length: > 0 } file, null) => $"{file}: ",
            (_, { } line) => $"line {line}: ",
            _ => "",
        };
}
