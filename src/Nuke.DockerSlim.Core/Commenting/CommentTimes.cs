using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The lines that take longest in the cold build and after an edit, and why an edit runs again what it runs.</summary>
internal static class CommentTimes
{
    /// <summary>The fold; empty where no line was timed.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="links">Where lines can be looked at.</param>
    /// <param name="most">Most lines.</param>
    public static Markdown Of(ImageReport report, CommentLinks links, int most)
    {
        (string Head, Func<LineFacts, long?> Time)[] builds =
        [
            .. report.Lines.Any(x => x.Cold > 0) ? [("cold:", x => x.Cold)] : Array.Empty<(string, Func<LineFacts, long?>)>(),
            .. report.Lines.Any(x => x.Edited > 0) ? [("edited:", x => x.Edited)] : Array.Empty<(string, Func<LineFacts, long?>)>(),
        ];
        if (builds.Length == 0)
            return Markdown.Empty;
        var slowest = builds.SelectMany(build => Slowest(report.Lines, build.Time, Math.Max(1, most / builds.Length)));
        var table = new MarkdownTable(["line:", "stage", "instruction", .. builds.Select(x => x.Head)]);
        foreach (var line in slowest.Distinct().OrderBy(x => x.Line))
            table.Add([
                links.To(Markdown.Of($"{line.Line:D}"), report.Image.Dockerfile, line.Line),
                Markdown.Text(line.Stage, 40),
                Markdown.Cell(line.Instruction, 160),
                .. builds.Select(x => Time(x.Time(line), line.Cached.Contains(x.Head.TrimEnd(':')))),
            ]);
        return CommentFold.Of(Markdown.Of($"Slowest lines"), Markdown.Join("\n\n", [Miss(report.CacheMiss), table.Written()]));
    }

    // What is below a hundredth is not slow.
    private static IEnumerable<LineFacts> Slowest(IReadOnlyList<LineFacts> lines, Func<LineFacts, long?> time, int most)
    {
        var all = lines.Sum(x => time(x) ?? 0);
        return lines.Where(x => time(x) is > 0 and { } cost && cost >= all / 100).OrderByDescending(time).Take(most);
    }

    private static Markdown Time(long? milliseconds, bool isCached) =>
        isCached ? Markdown.Of($"cached")
        : milliseconds is > 0 and { } time ? Markdown.Figure(Text(time))
        : Markdown.Empty;

    private static Markdown Miss(CacheMiss? miss)
    {
        if (miss is null)
            return Markdown.Empty;
        var advice = miss.Advice is { } text
            ? Markdown.Of(
                $"<br>{CommentMark.Caution} {text}{(miss.Saved is { } saved ? $": saves {Text(saved)} of every {miss.Build} build" : "")}"
            )
            : Markdown.Empty;
        return Markdown.Of($"In the {miss.Build} build {Text(miss.Rerun)} ran again: {miss.Cause}.{advice}");
    }

    private static string Text(long milliseconds) => BudgetText.Figure(milliseconds, "milliseconds");
}
