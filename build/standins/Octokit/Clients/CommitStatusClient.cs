using Octokit.Internal;

namespace Octokit;

internal sealed class CommitStatusClient(IApiConnection api) : ICommitStatusClient
{
    public Task<IReadOnlyList<CommitStatus>> GetAll(string owner, string name, string reference) =>
        GetAll(owner, name, reference, ApiOptions.None);

    public Task<IReadOnlyList<CommitStatus>> GetAll(string owner, string name, string reference, ApiOptions options) =>
        api.GetAll<CommitStatus>(ApiPath.Of(owner, name, $"commits/{Ensure.NotBlank(reference)}/statuses"), options);

    public Task<CombinedCommitStatus> GetCombined(string owner, string name, string reference) =>
        api.Get<CombinedCommitStatus>(ApiPath.Of(owner, name, $"commits/{Ensure.NotBlank(reference)}/status"));

    public Task<CommitStatus> Create(string owner, string name, string reference, NewCommitStatus newCommitStatus) =>
        api.Post<CommitStatus>(ApiPath.Of(owner, name, $"statuses/{Ensure.NotBlank(reference)}"), Ensure.NotNull(newCommitStatus));
}
