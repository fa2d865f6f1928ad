using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>Finds pull requests of a repository.</summary>
public interface IPullRequests
{
    /// <summary>Those that have a commit, in any order; none where the server knows of none, as it may with commits of forks.</summary>
    /// <param name="sha">The commit.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="CommentFailedException">The server did not tell.</exception>
    Task<IReadOnlyList<PullRequestState>> OfCommitAsync(string sha, CancellationToken cancellationToken);

    /// <summary>The open ones of a branch.</summary>
    /// <param name="owner">The account whose repository the branch lies in.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="CommentFailedException">The server did not tell.</exception>
    Task<IReadOnlyList<PullRequestState>> OfBranchAsync(string owner, string branch, CancellationToken cancellationToken);
}
