namespace Octokit;

public interface IRepositoryCommitsClient
{
    Task<GitHubCommit> Get(string owner, string name, string reference);

    Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1);

    Task<IReadOnlyList<CommitPullRequest>> PullRequests(string owner, string name, string sha1, ApiOptions options);
}
