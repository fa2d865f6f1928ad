using Octokit.Internal;

namespace Octokit;

internal sealed class CheckRunsClient(IApiConnection api) : ICheckRunsClient
{
    public Task<CheckRun> Create(string owner, string name, NewCheckRun newCheckRun) =>
        api.Post<CheckRun>(ApiPath.Of(owner, name, "check-runs"), Ensure.NotNull(newCheckRun));

    public Task<CheckRun> Update(string owner, string name, long checkRunId, CheckRunUpdate checkRunUpdate) =>
        api.Patch<CheckRun>(One(owner, name, checkRunId), Ensure.NotNull(checkRunUpdate));

    public Task<CheckRunsResponse> GetAllForReference(string owner, string name, string reference) =>
        GetAllForReference(owner, name, reference, new CheckRunRequest());

    public Task<CheckRunsResponse> GetAllForReference(string owner, string name, string reference, CheckRunRequest checkRunRequest) =>
        GetAllForReference(owner, name, reference, checkRunRequest, ApiOptions.None);

    public async Task<CheckRunsResponse> GetAllForReference(
        string owner,
        string name,
        string reference,
        CheckRunRequest checkRunRequest,
        ApiOptions options
    )
    {
        var pages = await api.GetAll<CheckRunsResponse>(
                ApiPath.Of(owner, name, $"commits/{Ensure.NotBlank(reference)}/check-runs"),
                Ensure.NotNull(checkRunRequest).ToParametersDictionary(),
                options
            )
            .ConfigureAwait(false);
        // Every page repeats the total.
        return new CheckRunsResponse(
            pages.Select(page => page.TotalCount).DefaultIfEmpty().Max(),
            [.. pages.SelectMany(page => page.CheckRuns ?? [])]
        );
    }

    public Task<CheckRun> Get(string owner, string name, long checkRunId) => api.Get<CheckRun>(One(owner, name, checkRunId));

    public Task<IReadOnlyList<CheckRunAnnotation>> GetAllAnnotations(string owner, string name, long checkRunId) =>
        GetAllAnnotations(owner, name, checkRunId, ApiOptions.None);

    public Task<IReadOnlyList<CheckRunAnnotation>> GetAllAnnotations(string owner, string name, long checkRunId, ApiOptions options) =>
        api.GetAll<CheckRunAnnotation>(ApiPath.Of(owner, name, $"check-runs/{checkRunId}/annotations"), options);

    private static Uri One(string owner, string name, long checkRunId) => ApiPath.Of(owner, name, $"check-runs/{checkRunId}");
}
