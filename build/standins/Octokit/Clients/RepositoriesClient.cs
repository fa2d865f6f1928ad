using Octokit.Internal;

namespace Octokit;

internal sealed class RepositoriesClient(IApiConnection api) : IRepositoriesClient
{
    public ICommitStatusClient Status { get; } = new CommitStatusClient(api);

    public IRepositoryCommitsClient Commit { get; } = new RepositoryCommitsClient(api);

    public Task<Repository> Get(string owner, string name) => api.Get<Repository>(ApiPath.Of(owner, name, ""));

    public Task<Repository> Get(long repositoryId) => api.Get<Repository>(ApiPath.Of($"repositories/{repositoryId}"));
}
