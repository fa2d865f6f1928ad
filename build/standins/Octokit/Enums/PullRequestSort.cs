using Octokit.Internal;

namespace Octokit;

public enum PullRequestSort
{
    Created,

    Updated,

    Popularity,

    [Parameter(Value = "long-running")]
    LongRunning,
}
