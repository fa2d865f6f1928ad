using Octokit.Internal;

namespace Octokit;

public class GitReference
{
    public string NodeId { get; protected set; }

    public string Url { get; protected set; }

    public string Label { get; protected set; }

    public string Ref { get; protected set; }

    public string Sha { get; protected set; }

    public User User { get; protected set; }

    [Parameter(Key = "repo")]
    public Repository Repository { get; protected set; }
}
