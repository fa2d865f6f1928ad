using Octokit.Internal;

namespace Octokit;

public enum CheckConclusion
{
    Success,

    Failure,

    Neutral,

    Cancelled,

    [Parameter(Value = "timed_out")]
    TimedOut,

    [Parameter(Value = "action_required")]
    ActionRequired,

    Skipped,

    Stale,
}
