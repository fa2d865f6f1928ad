namespace Octokit;

public interface IActionsArtifactsClient
{
    Task<ListArtifactsResponse> ListArtifacts(string owner, string repository, ListArtifactsRequest listArtifactsRequest = null);

    Task<ListArtifactsResponse> ListWorkflowArtifacts(
        string owner,
        string repository,
        long runId,
        ListArtifactsRequest listArtifactsRequest = null
    );

    Task<Artifact> GetArtifact(string owner, string repository, long artifactId);

    Task<Stream> DownloadArtifact(string owner, string repository, long artifactId, string archiveFormat);

    Task DeleteArtifact(string owner, string repository, long artifactId);
}
