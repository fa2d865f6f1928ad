using Octokit.Internal;

namespace Octokit;

public class PullRequestRequest : RequestParameters
{
    public ItemStateFilter State { get; set; }

    public string Head { get; set; }

    public string Base { get; set; }

    [Parameter(Key = "sort")]
    public PullRequestSort SortProperty { get; set; }

    [Parameter(Key = "direction")]
    public SortDirection SortDirection { get; set; } = SortDirection.Descending;
}
