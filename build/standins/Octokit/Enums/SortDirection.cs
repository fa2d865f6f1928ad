using Octokit.Internal;

namespace Octokit;

public enum SortDirection
{
    [Parameter(Value = "asc")]
    Ascending,

    [Parameter(Value = "desc")]
    Descending,
}
