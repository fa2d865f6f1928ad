using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>What the figures were held against and taken with, and where more is. It is the last line, and no part of what a comment says.</summary>
internal static class CommentFooter
{
    private const string Start = "<sub>";

    /// <summary>The line.</summary>
    /// <param name="reports">The images' reports; what is not the same for all is left out.</param>
    /// <param name="links">Where the run is.</param>
    public static Markdown Of(IReadOnlyList<ImageReport> reports, CommentLinks links)
    {
        Markdown[] parts =
        [
            Same(reports, Against),
            Same(reports, x => Markdown.Text(x.Platforms.Count == 0 ? x.Image.Platform : null, 40)),
            Same(reports, x => Engine(x.Tool)),
            Same(reports, x => Markdown.Of($"Nuke.DockerSlim {Markdown.Text(x.Tool.Version, 40)}").Trimmed()),
            links.Run,
        ];
        return Markdown.Of($"<sub>{Markdown.Join(" · ", parts)}</sub>");
    }

    /// <summary>A comment without its marker and this line: what of it is news.</summary>
    /// <param name="comment">The comment, with any line ends.</param>
    public static string Without(string comment)
    {
        var text = comment.ReplaceLineEndings("\n").Trim();
        var last = text.LastIndexOf('\n') + 1;
        return text.AsSpan(last).StartsWith(Start, StringComparison.Ordinal) ? text[..last].TrimEnd() : text;
    }

    private static Markdown Same(IReadOnlyList<ImageReport> reports, Func<ImageReport, Markdown> part)
    {
        var first = part(reports[0]);
        return reports.All(x => part(x).ToString() == first.ToString()) ? first : Markdown.Empty;
    }

    private static Markdown Against(ImageReport report) =>
        report is { Baseline: { } baseline, Delta: not null }
            ? Markdown.Of($"against {Markdown.Text(baseline.Source, 120)}{Found(baseline)}{Taken(baseline)}")
            : Markdown.Empty;

    private static Markdown Found(BaselineFacts baseline) =>
        baseline.Found is { } found ? Markdown.Of($" ({Markdown.Text(found, 120)})") : Markdown.Empty;

    // A time, not an age: of a run that changes nothing the text stays the same.
    private static Markdown Taken(BaselineFacts baseline) =>
        baseline.CreatedAt is { } time
            ? Markdown.Of(
                $" of {time.UtcDateTime.Year:D4}-{time.UtcDateTime.Month:D2}-{time.UtcDateTime.Day:D2} {time.UtcDateTime.Hour:D2}:{time.UtcDateTime.Minute:D2} UTC"
            )
            : Markdown.Empty;

    private static Markdown Engine(ToolFacts tool)
    {
        var store = tool.Store is { } name ? Markdown.Of($" ({Markdown.Text(name, 40)})") : Markdown.Empty;
        return Markdown.Join(
            ", ",
            [
                tool.Engine is { } engine ? Markdown.Of($"engine {Markdown.Text(engine, 40)}{store}") : Markdown.Empty,
                tool.Buildx is { } buildx ? Markdown.Of($"buildx {Markdown.Text(buildx, 40)}") : Markdown.Empty,
            ]
        );
    }
}
