using Octokit.Internal;

namespace Octokit;

internal sealed class IssueCommentsClient(IApiConnection api) : IIssueCommentsClient
{
    public Task<IssueComment> Get(string owner, string name, long commentId) => api.Get<IssueComment>(One(owner, name, commentId));

    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber) =>
        GetAllForIssue(owner, name, issueNumber, ApiOptions.None);

    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, ApiOptions options) =>
        GetAllForIssue(owner, name, issueNumber, new IssueCommentRequest(), options);

    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(string owner, string name, long issueNumber, IssueCommentRequest request) =>
        GetAllForIssue(owner, name, issueNumber, request, ApiOptions.None);

    public Task<IReadOnlyList<IssueComment>> GetAllForIssue(
        string owner,
        string name,
        long issueNumber,
        IssueCommentRequest request,
        ApiOptions options
    ) => api.GetAll<IssueComment>(OfIssue(owner, name, issueNumber), Ensure.NotNull(request).ToParametersDictionary(), options);

    public Task<IssueComment> Create(string owner, string name, long issueNumber, string newComment) =>
        api.Post<IssueComment>(OfIssue(owner, name, issueNumber), new { Body = Ensure.NotNull(newComment) });

    public Task<IssueComment> Update(string owner, string name, long commentId, string commentUpdate) =>
        api.Patch<IssueComment>(One(owner, name, commentId), new { Body = Ensure.NotNull(commentUpdate) });

    public Task Delete(string owner, string name, long commentId) => api.Delete(One(owner, name, commentId));

    private static Uri One(string owner, string name, long commentId) => ApiPath.Of(owner, name, $"issues/comments/{commentId}");

    private static Uri OfIssue(string owner, string name, long issueNumber) => ApiPath.Of(owner, name, $"issues/{issueNumber}/comments");
}
