namespace Octokit;

public interface IRepositoriesClient
{
    ICommitStatusClient Status { get; }

    IRepositoryCommitsClient Commit { get; }

    Task<Repository> Get(string owner, string name);

    Task<Repository> Get(long repositoryId);
}
