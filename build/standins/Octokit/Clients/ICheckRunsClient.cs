namespace Octokit;

public interface ICheckRunsClient
{
    Task<CheckRun> Create(string owner, string name, NewCheckRun newCheckRun);

    Task<CheckRun> Update(string owner, string name, long checkRunId, CheckRunUpdate checkRunUpdate);

    Task<CheckRunsResponse> GetAllForReference(string owner, string name, string reference);

    Task<CheckRunsResponse> GetAllForReference(string owner, string name, string reference, CheckRunRequest checkRunRequest);

    Task<CheckRunsResponse> GetAllForReference(
        string owner,
        string name,
        string reference,
        CheckRunRequest checkRunRequest,
        ApiOptions options
    );

    Task<CheckRun> Get(string owner, string name, long checkRunId);

    Task<IReadOnlyList<CheckRunAnnotation>> GetAllAnnotations(string owner, string name, long checkRunId);

    Task<IReadOnlyList<CheckRunAnnotation>> GetAllAnnotations(string owner, string name, long checkRunId, ApiOptions options);
}
