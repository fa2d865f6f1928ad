using Octokit.Internal;

namespace Octokit;

public enum LockReason
{
    [Parameter(Value = "off-topic")]
    OffTopic,

    Resolved,

    Spam,

    [Parameter(Value = "too heated")]
    TooHeated,
}
