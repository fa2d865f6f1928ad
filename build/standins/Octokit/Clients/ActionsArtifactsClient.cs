using Octokit.Internal;

namespace Octokit;

internal sealed class ActionsArtifactsClient(IApiConnection api) : IActionsArtifactsClient
{
    public Task<ListArtifactsResponse> ListArtifacts(string owner, string repository, ListArtifactsRequest listArtifactsRequest = null) =>
        api.Get<ListArtifactsResponse>(Of(owner, repository, "artifacts"), listArtifactsRequest?.ToParametersDictionary());

    public Task<ListArtifactsResponse> ListWorkflowArtifacts(
        string owner,
        string repository,
        long runId,
        ListArtifactsRequest listArtifactsRequest = null
    ) => api.Get<ListArtifactsResponse>(Of(owner, repository, $"runs/{runId}/artifacts"), listArtifactsRequest?.ToParametersDictionary());

    public Task<Artifact> GetArtifact(string owner, string repository, long artifactId) =>
        api.Get<Artifact>(Of(owner, repository, $"artifacts/{artifactId}"));

    public Task<Stream> DownloadArtifact(string owner, string repository, long artifactId, string archiveFormat) =>
        api.GetRawStream(Of(owner, repository, $"artifacts/{artifactId}/{Ensure.NotBlank(archiveFormat)}"), null);

    public Task DeleteArtifact(string owner, string repository, long artifactId) =>
        api.Delete(Of(owner, repository, $"artifacts/{artifactId}"));

    private static Uri Of(string owner, string repository, string rest)
    {
        Ensure.NotBlank(owner);
        Ensure.NotBlank(repository);
        return ApiPath.Of(owner, repository, $"actions/{rest}");
    }
}
