using Octokit.Internal;

namespace Octokit;

internal sealed class ChecksClient(IApiConnection api) : IChecksClient
{
    public ICheckRunsClient Run { get; } = new CheckRunsClient(api);
}
