namespace Octokit;

public interface IActionsClient
{
    IActionsArtifactsClient Artifacts { get; }
}
