namespace Octokit;

public class ArtifactWorkflowRun
{
    public long Id { get; private set; }

    public long RepositoryId { get; private set; }

    public long HeadRepositoryId { get; private set; }

    public string HeadBranch { get; private set; }

    public string HeadSha { get; private set; }
}
