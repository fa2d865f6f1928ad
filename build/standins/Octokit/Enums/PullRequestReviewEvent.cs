using Octokit.Internal;

namespace Octokit;

public enum PullRequestReviewEvent
{
    [Parameter(Value = "APPROVE")]
    Approve,

    [Parameter(Value = "REQUEST_CHANGES")]
    RequestChanges,

    [Parameter(Value = "COMMENT")]
    Comment,
}
