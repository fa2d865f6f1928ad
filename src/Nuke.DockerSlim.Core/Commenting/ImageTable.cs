using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>Several images, a row each, and below them what is wrong with those that are not good.</summary>
internal static class ImageTable
{
    private const int LongestName = 60;

    /// <summary>The table.</summary>
    /// <param name="reports">The images' reports.</param>
    /// <param name="room">Characters that there are for its rows.</param>
    public static Markdown Of(IReadOnlyList<ImageReport> reports, int room)
    {
        var hasBase = reports.Any(x => x.Delta is not null);
        var table = new MarkdownTable(["image", "verdict", "download:", .. hasBase ? (string[])["delta:"] : [], "cold:", "warm:", "tests"]);
        var shown = 0;
        foreach (var report in reports.TakeWhile(_ => table.Length < room))
        {
            table.Add([
                Markdown.Text(CommentHeading.Name(report), LongestName),
                Markdown.Of($"{CommentMark.Of(report)} {Markdown.Figure(CommentMark.Word(report))}"),
                Markdown.Figure(report.Sizes?.Download.Text ?? "-"),
                .. hasBase ? (Markdown[])[Delta(report)] : [],
                Time(report.Builds.Cold),
                Time(report.Builds.Warm),
                CommentTests.Cell(report.Tests),
            ]);
            shown++;
        }
        var more = reports.Count > shown ? Markdown.Of($"and {reports.Count - shown} more images") : Markdown.Empty;
        return Markdown.Join("\n\n", [table.Written(), more]);
    }

    /// <summary>What is wrong with those that are not good, an item each; empty where all are.</summary>
    /// <param name="reports">The images' reports.</param>
    /// <param name="most">Most of them.</param>
    public static Markdown Reasons(IReadOnlyList<ImageReport> reports, int most) =>
        Markdown.Join(
            "\n",
            reports
                .Where(x => CommentHeading.Reason(x).Length > 0)
                .Take(most)
                .Select(x =>
                    Markdown.Of(
                        $"- **{Markdown.Text(CommentHeading.Name(x), LongestName)}:** {Markdown.Text(CommentHeading.Reason(x), 200)}"
                    )
                )
        );

    private static Markdown Delta(ImageReport report) =>
        report.Delta?.Find("downloadSize") is { } delta ? Markdown.Figure(DeltaText.Of(delta)) : Markdown.Empty;

    private static Markdown Time(TimedBuild? build) =>
        build switch
        {
            null => Markdown.Of($"-"),
            { Void: not null } => Markdown.Of($"void"),
            _ => Markdown.Figure(BudgetText.Figure(build.Milliseconds, "milliseconds")),
        };
}
