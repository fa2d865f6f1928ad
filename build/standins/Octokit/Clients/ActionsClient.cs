using Octokit.Internal;

namespace Octokit;

internal sealed class ActionsClient(IApiConnection api) : IActionsClient
{
    public IActionsArtifactsClient Artifacts { get; } = new ActionsArtifactsClient(api);
}
