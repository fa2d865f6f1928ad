namespace Octokit;

public interface ICommitStatusClient
{
    Task<IReadOnlyList<CommitStatus>> GetAll(string owner, string name, string reference);

    Task<IReadOnlyList<CommitStatus>> GetAll(string owner, string name, string reference, ApiOptions options);

    Task<CombinedCommitStatus> GetCombined(string owner, string name, string reference);

    Task<CommitStatus> Create(string owner, string name, string reference, NewCommitStatus newCommitStatus);
}
