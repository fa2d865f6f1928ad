using Octokit.Internal;

namespace Octokit;

internal sealed class PullRequestsClient(IApiConnection api) : IPullRequestsClient
{
    public IPullRequestReviewsClient Review { get; } = new PullRequestReviewsClient(api);

    public IPullRequestReviewCommentsClient ReviewComment { get; } = new PullRequestReviewCommentsClient(api);

    public Task<PullRequest> Get(string owner, string name, int pullRequestNumber) =>
        api.Get<PullRequest>(ApiPath.Of(owner, name, $"pulls/{pullRequestNumber}"));

    public Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name) =>
        GetAllForRepository(owner, name, ApiOptions.None);

    public Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, ApiOptions options) =>
        GetAllForRepository(owner, name, new PullRequestRequest(), options);

    public Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, PullRequestRequest request) =>
        GetAllForRepository(owner, name, request, ApiOptions.None);

    public Task<IReadOnlyList<PullRequest>> GetAllForRepository(
        string owner,
        string name,
        PullRequestRequest request,
        ApiOptions options
    ) => api.GetAll<PullRequest>(ApiPath.Of(owner, name, "pulls"), Ensure.NotNull(request).ToParametersDictionary(), options);

    public Task<IReadOnlyList<PullRequestFile>> Files(string owner, string name, int pullRequestNumber) =>
        Files(owner, name, pullRequestNumber, ApiOptions.None);

    public Task<IReadOnlyList<PullRequestFile>> Files(string owner, string name, int pullRequestNumber, ApiOptions options) =>
        api.GetAll<PullRequestFile>(ApiPath.Of(owner, name, $"pulls/{pullRequestNumber}/files"), options);
}
