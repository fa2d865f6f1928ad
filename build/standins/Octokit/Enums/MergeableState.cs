using Octokit.Internal;

namespace Octokit;

public enum MergeableState
{
    Dirty,

    Unknown,

    Blocked,

    Behind,

    Unstable,

    [Parameter(Value = "has_hooks")]
    HasHooks,

    Clean,

    Draft,
}
