using Octokit.Internal;

namespace Octokit;

internal sealed class IssuesClient(IApiConnection api) : IIssuesClient
{
    public IIssueCommentsClient Comment { get; } = new IssueCommentsClient(api);
}
