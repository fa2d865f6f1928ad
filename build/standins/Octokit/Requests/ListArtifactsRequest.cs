using Octokit.Internal;

namespace Octokit;

public class ListArtifactsRequest : RequestParameters
{
    public string Name { get; set; }

    [Parameter(Key = "per_page")]
    public int PerPage { get; set; } = 30;

    public int Page { get; set; } = 1;
}
