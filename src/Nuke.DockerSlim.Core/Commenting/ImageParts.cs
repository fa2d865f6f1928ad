using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The details of one image in the order that they are read; when there is too little room, those with the highest number go first.</summary>
internal static class ImageParts
{
    /// <summary>The details.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="image">Its place among the reports.</param>
    /// <param name="links">Where lines can be looked at.</param>
    /// <param name="options">What is known besides.</param>
    public static IReadOnlyList<CommentPart> Of(ImageReport report, int image, CommentLinks links, CommentOptions options) =>
        [
            new(0, "measures", image, _ => MeasureRows.Of(report, options.CharacterLimit / 8)),
            new(1, "largest change", image, _ => Blame(report, links)),
            new(2, "tests and push", image, _ => Markdown.Join("\n\n", [CommentFacts.NoBaseline(report), CommentFacts.Of(report)])),
            new(3, "failed tests", image, rows => CommentTests.Failures(report.Tests, rows)),
            new(4, "smoke check", image, _ => CommentFacts.SmokeLines(report.Smoke)),
            new(5, "bytes by line", image, rows => CommentLines.Of(report, links, rows)),
            new(6, "paths", image, rows => CommentPaths.Of(report, links, rows)),
            new(8, "slowest lines", image, rows => CommentTimes.Of(report, links, rows)),
            new(7, "findings", image, rows => CommentFindings.Of(report, links, rows)),
            new(10, "advice", image, rows => CommentAdvice.Of(report, rows)),
            new(9, "platforms", image, rows => CommentPlatforms.Of(report, rows)),
            new(11, "size history", image, _ => CommentHistory.Of(options.History.GetValueOrDefault(report.Image.Name))),
        ];

    // The line to blame, or to praise, without having to open anything.
    private static Markdown Blame(ImageReport report, CommentLinks links) =>
        BlamedLine.OfChange(report) is { } line
            ? Markdown.Of(
                $"Largest change: **{line.Figure}** by {links.To(Markdown.Of($"line {line.Line:D}"), report.Image.Dockerfile, line.Line)}, {MarkdownText.Cut(UntrustedText.OneLine(line.Instruction), 160):code}"
            )
            : Markdown.Empty;
}
