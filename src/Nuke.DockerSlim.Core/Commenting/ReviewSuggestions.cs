using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>
/// Advice as suggestions that are taken over by a click. GitHub shows them on lines that a pull request touches only, and they replace whole lines: of each
/// edit those pieces are made into one of which every replaced line is among the touched ones.
/// </summary>
public static class ReviewSuggestions
{
    /// <summary>The suggestions, in the order of files and lines; none of which the lines of two overlap.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="isTouched">Whether the pull request touches a line of a file, as reports name it.</param>
    /// <param name="most">Most of them.</param>
    public static IReadOnlyList<ReviewSuggestion> Of(ImageReport report, Func<string, int, bool> isTouched, int most = 10)
    {
        var taken = new HashSet<(string File, int Line)>();
        var found = new List<ReviewSuggestion>();
        foreach (var (title, diff) in Edits(report))
        foreach (var piece in SuggestedEdit.Read(diff))
        {
            var lines = Enumerable.Range(piece.FirstLine, piece.Removed).Select(x => (piece.File, x)).ToArray();
            // What holds a carriage return or a control character would not be put back as it is.
            if (
                lines.Length == 0
                || !lines.All(x => isTouched(x.File, x.Item2))
                || lines.Any(taken.Contains)
                || piece.Added.Any(x => x.Any(char.IsControl))
            )
                continue;
            taken.UnionWith(lines);
            var block = Block(piece.Added);
            found.Add(new(piece.File, piece.FirstLine, piece.FirstLine + piece.Removed - 1, $"{Markdown.Text(title)}\n\n{block}\n"));
        }
        return [.. found.Take(most).OrderBy(x => x.File, StringComparer.Ordinal).ThenBy(x => x.FirstLine)];
    }

    // What was tried on top of other edits does not fit the files as they are; all of it together does.
    private static IEnumerable<(string Title, string Diff)> Edits(ImageReport report) =>
        report.AdviceTogether switch
        {
            { Applied: true } => [],
            { Diff: { Length: > 0 } diff } => [("What was tried and held:", diff)],
            { } => [],
            null => report.Advice.Where(x => x is { Diff: not null, Dropped: null, Measured: false }).Select(x => (x.Title + ":", x.Diff!)),
        };

    // A line goes into the file as it is, so nothing of it may be cut or exchanged; none is no line at all, which removes those that are replaced.
    private static string Block(IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "```suggestion\n```" : MarkdownText.Block([.. lines], "suggestion", int.MaxValue);
}
