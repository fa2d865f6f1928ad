using Octokit.Internal;

namespace Octokit;

internal sealed class PullRequestReviewCommentsClient(IApiConnection api) : IPullRequestReviewCommentsClient
{
    public Task<IReadOnlyList<PullRequestReviewComment>> GetAll(string owner, string name, int pullRequestNumber) =>
        GetAll(owner, name, pullRequestNumber, ApiOptions.None);

    public Task<IReadOnlyList<PullRequestReviewComment>> GetAll(string owner, string name, int pullRequestNumber, ApiOptions options) =>
        api.GetAll<PullRequestReviewComment>(OfPullRequest(owner, name, pullRequestNumber), options);

    public Task<PullRequestReviewComment> GetComment(string owner, string name, long commentId) =>
        api.Get<PullRequestReviewComment>(One(owner, name, commentId));

    public Task<PullRequestReviewComment> Create(
        string owner,
        string name,
        int pullRequestNumber,
        PullRequestReviewCommentCreate comment
    ) => api.PostCreatedAsync<PullRequestReviewComment>(OfPullRequest(owner, name, pullRequestNumber), Ensure.NotNull(comment));

    public Task<PullRequestReviewComment> CreateReply(
        string owner,
        string name,
        int pullRequestNumber,
        PullRequestReviewCommentReplyCreate comment
    ) => api.PostCreatedAsync<PullRequestReviewComment>(OfPullRequest(owner, name, pullRequestNumber), Ensure.NotNull(comment));

    public Task<PullRequestReviewComment> Edit(string owner, string name, long commentId, PullRequestReviewCommentEdit comment) =>
        api.Patch<PullRequestReviewComment>(One(owner, name, commentId), Ensure.NotNull(comment));

    public Task Delete(string owner, string name, long commentId) => api.Delete(One(owner, name, commentId));

    private static Uri One(string owner, string name, long commentId) => ApiPath.Of(owner, name, $"pulls/comments/{commentId}");

    private static Uri OfPullRequest(string owner, string name, int pullRequestNumber) =>
        ApiPath.Of(owner, name, $"pulls/{pullRequestNumber}/comments");
}
