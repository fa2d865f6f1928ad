using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>The reviews of one pull request.</summary>
/// <remarks>Everything throws a <see cref="CommentFailedException" /> where the server does not do its part.</remarks>
public interface IPullRequestReviews
{
    /// <summary>The files that it changes; of very many the first ones.</summary>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<IReadOnlyList<ChangedFile>> FilesAsync(CancellationToken cancellationToken);

    /// <summary>The remarks on its lines, everybody's; of very many the first ones.</summary>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<IReadOnlyList<ReviewRemark>> RemarksAsync(CancellationToken cancellationToken);

    /// <summary>Writes a review that neither approves nor refuses.</summary>
    /// <param name="commit">The head that the positions are of.</param>
    /// <param name="body">What stands above its remarks.</param>
    /// <param name="remarks">The remarks, one at least.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task CreateAsync(string commit, string body, IReadOnlyList<ReviewRemark> remarks, CancellationToken cancellationToken);
}
