namespace Octokit;

public class ListArtifactsResponse
{
    public int TotalCount { get; private set; }

    public IReadOnlyList<Artifact> Artifacts { get; private set; }
}
