using Nuke.DockerSlim.PullRequests;
using Octokit;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The reviews of a pull request on GitHub.</summary>
/// <param name="server">The server.</param>
/// <param name="number">The pull request.</param>
internal sealed class GitHubReviews(GitHubServer server, int number) : IPullRequestReviews
{
    // GitHub lists 3,000 files at most; who changes more than this has other worries.
    private static readonly ApiOptions FewPages = new() { PageSize = 100, PageCount = 5 };

    private string Owner => server.Repository.Owner;

    private string Name => server.Repository.Name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ChangedFile>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = await server
            .Calls.ReadAsync(
                $"list the files of pull request {number}",
                () => server.Client.PullRequest.Files(Owner, Name, number, FewPages),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. files.Where(x => x?.FileName is not null).Select(x => new ChangedFile(x.FileName, x.Patch))];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReviewRemark>> RemarksAsync(CancellationToken cancellationToken)
    {
        var remarks = await server
            .Calls.ReadAsync(
                $"list the reviews of pull request {number}",
                () => server.Client.PullRequest.ReviewComment.GetAll(Owner, Name, number, FewPages),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. remarks.Where(x => x?.Path is not null).Select(x => new ReviewRemark(x.Path, x.Position ?? 0, x.Body ?? ""))];
    }

    /// <inheritdoc />
    public Task CreateAsync(string commit, string body, IReadOnlyList<ReviewRemark> remarks, CancellationToken cancellationToken)
    {
        var review = new PullRequestReviewCreate
        {
            CommitId = commit,
            Body = body,
            Event = PullRequestReviewEvent.Comment,
            Comments = [.. remarks.Select(x => new DraftPullRequestReviewComment(x.Body, x.Path, x.Position))],
        };
        return server.Calls.WriteAsync(
            $"review pull request {number}",
            () => server.Client.PullRequest.Review.Create(Owner, Name, number, review),
            isRepeatable: false,
            cancellationToken
        );
    }
}
