using System.Globalization;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The first line that can be seen: what it came to, which image, its download size and by how much that changed.</summary>
internal static class CommentHeading
{
    private const int LongestName = 80;

    /// <summary>Of one image: <c>✅ Good: orders-api, download 62.1 MB (+10.0 MB, +19.2 %)</c>.</summary>
    /// <param name="report">Its report.</param>
    public static Markdown Of(ImageReport report)
    {
        var word = CommentMark.Word(report);
        var download = report.Sizes is { } sizes ? Markdown.Of($", download {sizes.Download.Text}{Change(report)}") : Markdown.Empty;
        return Markdown.Of(
            $"{CommentMark.Of(report)} {char.ToUpperInvariant(word[0]) + word[1..]}: {Markdown.Text(Name(report), LongestName)}{download}"
        );
    }

    /// <summary>Of several: <c>❌ 3 images: 2 good, 1 over budget</c>. Which are which the table says.</summary>
    /// <param name="reports">Their reports.</param>
    public static Markdown Of(IReadOnlyList<ImageReport> reports)
    {
        var words = reports
            .GroupBy(x => x.Outcome == ReportOutcome.TestsFailed ? "with failed tests" : CommentMark.Word(x))
            .OrderBy(x => x.First().Outcome != ReportOutcome.Good)
            .Select(x => $"{x.Count()} {x.Key}");
        var worst = reports.MaxBy(x =>
            x.Outcome switch
            {
                ReportOutcome.Good => 0,
                ReportOutcome.Incomplete => 1,
                _ => 2,
            }
        );
        var mark = reports.Select(CommentMark.Of).Any(x => x.ToString() == CommentMark.Bad.ToString())
            ? CommentMark.Bad
            : CommentMark.Of(worst!);
        return Markdown.Of($"{mark} {reports.Count} images: {string.Join(", ", words)}");
    }

    /// <summary>What is wrong with an image that is not good, or what is not sure of one that is; empty where there is nothing, or nobody knows.</summary>
    /// <param name="report">Its report.</param>
    public static string Reason(ImageReport report)
    {
        if (report.Outcome == ReportOutcome.Good)
            return ReportSentence.Overruns([.. report.Budget.Where(x => x.Verdict == Verdict.Inconclusive)]);
        if (report.Outcome == ReportOutcome.TestsFailed && CommentTests.FailedCount(report.Tests) is { } count)
            return count;
        var reason = ReportSentence.Behind(report);
        // The name stands there already.
        var name = $"{report.Image.Name}: ";
        return reason.StartsWith(name, StringComparison.Ordinal) ? reason[name.Length..] : reason;
    }

    /// <summary>An image's name.</summary>
    /// <param name="report">Its report.</param>
    public static string Name(ImageReport report) => report.Image.Name.Length == 0 ? "image" : report.Image.Name;

    /// <summary>The change of the download size: <c>(+10.0 MB, +19.2 %)</c> behind a space; empty where it is not known.</summary>
    /// <param name="report">The image's report.</param>
    private static Markdown Change(ImageReport report)
    {
        if (report.Delta?.Find("downloadSize") is not { } delta || DeltaText.Of(delta) is not { Length: > 0 } text)
            return Markdown.Empty;
        var percent =
            delta is { Kind: ChangeKind.More or ChangeKind.Less, Percent: { } part } && Math.Abs(part) >= 0.05
                ? string.Create(CultureInfo.InvariantCulture, $", {part:+0.0;-0.0} %")
                : "";
        return Markdown.Of($" ({Markdown.Text(text + percent)})");
    }
}
