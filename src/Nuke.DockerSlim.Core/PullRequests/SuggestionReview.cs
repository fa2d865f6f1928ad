using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>
/// Advice as a review whose suggestions are taken over by a click, on lines that the pull request adds. What stands there already, from whomever, is not
/// said again, so that a review comes with the run that first has something new to say.
/// </summary>
/// <param name="reviews">The reviews of the pull request.</param>
/// <param name="pathOf">A file's path in the repository, by its path in reports.</param>
public sealed class SuggestionReview(IPullRequestReviews reviews, Func<string, string> pathOf)
{
    // More than this nobody takes over one by one.
    private const int MostSuggestions = 10;

    /// <summary>Writes the review.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="head">The commit at the pull request's head, which was measured.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many suggestions were made; zero: no review was written.</returns>
    /// <exception cref="CommentFailedException">The server did not do its part.</exception>
    public async Task<int> RunAsync(IReadOnlyList<ImageReport> reports, string head, CancellationToken cancellationToken)
    {
        if (reports.All(x => x.Advice.Count == 0 && x.AdviceTogether is null))
            return 0;
        var added = new Dictionary<string, IReadOnlyDictionary<int, int>>();
        foreach (var file in await reviews.FilesAsync(cancellationToken).ConfigureAwait(false))
            added[file.Path] = PatchLines.Added(file.Patch);
        var remarks = reports
            .SelectMany(x => ReviewSuggestions.Of(x, IsAdded))
            // A position is one line: what replaces several stands in the comment only.
            .Where(x => x.FirstLine == x.LastLine)
            .Select(x => new ReviewRemark(pathOf(x.File), added[pathOf(x.File)][x.FirstLine], x.Body))
            .DistinctBy(x => (x.Path, x.Position))
            .Take(MostSuggestions)
            .ToArray();
        if (remarks.Length == 0)
            return 0;
        var known = await reviews.RemarksAsync(cancellationToken).ConfigureAwait(false);
        ReviewRemark[] news = [.. remarks.Where(x => !known.Any(y => y.Path == x.Path && Plain(y.Body) == Plain(x.Body)))];
        if (news.Length > 0)
            await reviews.CreateAsync(head, Heading(news.Length), news, cancellationToken).ConfigureAwait(false);
        return news.Length;

        bool IsAdded(string file, int line) => added.TryGetValue(pathOf(file), out var lines) && lines.ContainsKey(line);
    }

    private static string Heading(int count) => count == 1 ? "One line could save something." : $"{count} lines could save something.";

    private static string Plain(string body) => body.ReplaceLineEndings("\n").TrimEnd();
}
