using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Suggests advice on the lines of a pull request, by the paths that files have in the repository.</summary>
/// <param name="reviews">The reviews of the pull request.</param>
/// <param name="rootDirectory">The root folder, absolute, which may lie below the repository's.</param>
public sealed class ReviewWork(IPullRequestReviews reviews, string rootDirectory)
{
    /// <summary>Writes a review of what has not been suggested yet.</summary>
    /// <param name="reports">The images' reports.</param>
    /// <param name="head">The commit at the pull request's head, which was measured.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many suggestions were made; zero: no review was written.</returns>
    /// <exception cref="CommentFailedException">The server did not do its part.</exception>
    public Task<int> RunAsync(IReadOnlyList<ImageReport> reports, string head, CancellationToken cancellationToken) =>
        new SuggestionReview(reviews, new RepositoryFiles(rootDirectory).PathOf).RunAsync(reports, head, cancellationToken);
}
