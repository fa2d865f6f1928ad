using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The findings, the worst first, each with its place and its fix.</summary>
internal static class ConsoleFindings
{
    private const int Most = 20;

    // Of one rule and one line more than so many say little that the first do not; errors are shown all.
    private const int Alike = 3;

    /// <summary>Writes the findings; nothing when there are none.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(IReadOnlyList<Finding> findings, ConsoleLines lines)
    {
        if (findings.Count == 0)
            return;
        lines.Blank();
        lines.Line(new ConsoleSpan("  findings", ConsoleTone.Faint));
        Finding[][] groups =
        [
            .. findings
                .GroupBy(x => (x.Severity, x.Rule, x.File, x.Line))
                .OrderByDescending(x => x.Key.Severity)
                .SelectMany(x =>
                    x.Key.Severity == FindingSeverity.Error || x.Count() <= Alike
                        ? x.Select(y => (Finding[])[y])
                        :
                        [
                            [.. x],
                        ]
                ),
        ];
        foreach (var group in groups.Take(Most))
        {
            Finding[] shown = [.. group.OrderByDescending(x => x.Saving?.Bytes ?? 0).Take(Alike - 1)];
            foreach (var finding in shown)
                Write(finding, lines);
            if (group.Length > shown.Length)
                lines.Paragraph("           ", MoreAlike([.. group.Except(shown)]), ConsoleTone.Faint);
        }
        if (groups.Length > Most)
            lines.Line(new ConsoleSpan($"  and {groups.Skip(Most).Sum(x => x.Length)} more, in the report", ConsoleTone.Faint));
    }

    private static string MoreAlike(Finding[] rest) =>
        $"and {rest.Length} more like it"
        + (rest.Sum(x => x.Saving?.Bytes ?? 0) is > 0 and var bytes ? $", {new ByteSize(bytes).Text} together" : "")
        + ", in the report";

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
