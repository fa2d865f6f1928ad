namespace Octokit;

public interface IPullRequestReviewCommentsClient
{
    Task<IReadOnlyList<PullRequestReviewComment>> GetAll(string owner, string name, int pullRequestNumber);

    Task<IReadOnlyList<PullRequestReviewComment>> GetAll(string owner, string name, int pullRequestNumber, ApiOptions options);

    Task<PullRequestReviewComment> GetComment(string owner, string name, long commentId);

    Task<PullRequestReviewComment> Create(string owner, string name, int pullRequestNumber, PullRequestReviewCommentCreate comment);

    Task<PullRequestReviewComment> CreateReply(
        string owner,
        string name,
        int pullRequestNumber,
        PullRequestReviewCommentReplyCreate comment
    );

    Task<PullRequestReviewComment> Edit(string owner, string name, long commentId, PullRequestReviewCommentEdit comment);

    Task Delete(string owner, string name, long commentId);
}
