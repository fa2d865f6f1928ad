using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The platforms of an image side by side.</summary>
internal static class CommentPlatforms
{
    private static readonly ConsoleStyle Style = new();

    /// <summary>The table, and which platforms no tests were run for; empty where the image has one platform.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="most">Most platforms.</param>
    public static Markdown Of(ImageReport report, int most)
    {
        var table = new MarkdownTable("platform", "download:", "unpacked:", "own:", "cold:", "warm:", "verdict");
        foreach (var platform in report.Platforms.Take(most))
            table.Add([
                .. ConsolePlatforms.Cells(platform, Style).Select(x => Markdown.Figure(x)),
                CommentMark.Of(ConsolePlatforms.VerdictOf(platform, unicode: true)),
            ]);
        var untested = report
            .Platforms.Where(x => x.TestsNote is not null)
            .Take(most)
            .GroupBy(x => x.TestsNote!)
            .Select(x => Markdown.Of($"Tests were not run for {string.Join(", ", x.Select(y => y.Platform))}: {x.Key}."));
        var more = CommentFold.More(report.Platforms.Count - most);
        return CommentFold.Of(
            Markdown.Of($"{report.Platforms.Count} platforms"),
            Markdown.Join("\n\n", [table.Written(), Markdown.Join("<br>", untested), more])
        );
    }
}
