using Octokit.Internal;

namespace Octokit;

public enum CheckStatus
{
    Queued,

    [Parameter(Value = "in_progress")]
    InProgress,

    Completed,
}
