namespace Octokit;

public interface IIssueCommentsClient
{
    Task<IssueComment> Get(string owner, string name, long commentId);

    Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber);

    Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, ApiOptions options);

    Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, IssueCommentRequest request);

    Task<IReadOnlyList<IssueComment>> GetAllForIssue(
        string owner,
        string name,
        long issueNumber,
        IssueCommentRequest request,
        ApiOptions options
    );

    Task<IssueComment> Create(string owner, string name, long issueNumber, string newComment);

    Task<IssueComment> Update(string owner, string name, long commentId, string commentUpdate);

    Task Delete(string owner, string name, long commentId);
}
