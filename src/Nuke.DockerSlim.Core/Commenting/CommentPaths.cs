using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>Which files and folders grew, and which shrank.</summary>
internal static class CommentPaths
{
    /// <summary>The fold; empty where none did.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="links">Where lines can be looked at.</param>
    /// <param name="most">Most paths.</param>
    public static Markdown Of(ImageReport report, CommentLinks links, int most)
    {
        var paths = report.Delta?.Paths ?? [];
        var table = new MarkdownTable("delta:", "path", "line:");
        foreach (var path in paths.Take(most))
            table.Add(
                Markdown.Figure(DeltaText.Of(path)),
                Markdown.Cell(path.Path, 200),
                path.Line is { } line ? links.To(Markdown.Of($"{line:D}"), report.Image.Dockerfile, line) : Markdown.Empty
            );
        var more = CommentFold.More(paths.Count - most);
        var title = paths.Any(Grew) ? Markdown.Of($"What grew by path") : Markdown.Of($"What shrank by path");
        return CommentFold.Of(title, Markdown.Join("\n\n", [table.Written(), more]));
    }

    private static bool Grew(PathDelta path) => (path.After ?? 0) > (path.Before ?? 0);
}
