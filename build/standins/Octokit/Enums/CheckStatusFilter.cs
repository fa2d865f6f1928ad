using Octokit.Internal;

namespace Octokit;

public enum CheckStatusFilter
{
    Queued,

    [Parameter(Value = "in_progress")]
    InProgress,

    Completed,
}
