using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The findings, the worst first, each with its place and its fix.</summary>
internal static class CommentFindings
{
    /// <summary>The fold; empty where nothing was found.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="links">Where lines can be looked at.</param>
    /// <param name="most">Most findings.</param>
    public static Markdown Of(ImageReport report, CommentLinks links, int most)
    {
        var findings = report.Findings;
        if (findings.Count == 0)
            return Markdown.Empty;
        var shown = findings.OrderByDescending(x => x.Severity).ThenByDescending(x => x.Saving?.Bytes ?? 0).Take(most);
        var more = CommentFold.More(findings.Count - most);
        return CommentFold.Of(
            Markdown.Of($"Findings: {ConsoleReport.Count(findings)}"),
            Markdown.Join("\n\n", [Markdown.Join("\n", shown.Select(x => Item(x, links))), more])
        );
    }

    /// <summary>What to do and what it saves, sentences; empty where neither is known.</summary>
    /// <param name="finding">The finding.</param>
    public static Markdown Fix(Finding finding) =>
        Markdown.Join(
            " ",
            [
                finding.Fix is { } fix ? Markdown.Of($"Fix: {fix.TrimEnd('.')}.") : Markdown.Empty,
                finding.Saving is { Bytes: > 0 } saving ? Markdown.Of($"Would save {saving.Text} unpacked.") : Markdown.Empty,
            ]
        );

    private static Markdown Item(Finding finding, CommentLinks links)
    {
        var mark = finding.Severity switch
        {
            FindingSeverity.Error => CommentMark.Bad,
            FindingSeverity.Warning => CommentMark.Caution,
            _ => Markdown.Of($"ℹ️"),
        };
        var fix = Fix(finding);
        return Markdown.Of(
            $"- {mark} {Place(finding, links)}{finding.Message.TrimEnd('.')} ({finding.Rule:code}){(fix.IsEmpty ? fix : Markdown.Of($"<br>{fix}"))}"
        );
    }

    private static Markdown Place(Finding finding, CommentLinks links)
    {
        var place = (finding.File, finding.Line) switch
        {
            ({ } file, { } line) => Markdown.Of($"{Markdown.Text(file, 120)}, line {line:D}"),
            ({ } file, null) => Markdown.Text(file, 120),
            (null, { } line) => Markdown.Of($"line {line:D}"),
            _ => Markdown.Empty,
        };
        return place.IsEmpty ? place : Markdown.Of($"{links.To(place, finding.File, finding.Line)}: ");
    }
}
