using Octokit.Internal;

namespace Octokit;

public enum PullRequestReviewState
{
    [Parameter(Value = "APPROVED")]
    Approved,

    [Parameter(Value = "CHANGES_REQUESTED")]
    ChangesRequested,

    [Parameter(Value = "COMMENTED")]
    Commented,

    [Parameter(Value = "DISMISSED")]
    Dismissed,

    [Parameter(Value = "PENDING")]
    Pending,
}
