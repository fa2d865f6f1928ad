using Octokit.Internal;

namespace Octokit;

internal sealed class RepositoryCommitsClient(IApiConnection api) : IRepositoryCommitsClient
{
    public Task<GitHubCommit> Get(string owner, string name, string reference) =>
        api.Get<GitHubCommit>(ApiPath.Of(owner, name, $"commits/{Ensure.NotBlank(reference)}"));

    public Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1) =>
        PullRequests(owner, name, sha1, ApiOptions.None);

    public Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1, ApiOptions options) =>
        api.GetAll<CommitPullRequest>(ApiPath.Of(owner, name, $"commits/{Ensure.NotBlank(sha1)}/pulls"), options);
}
