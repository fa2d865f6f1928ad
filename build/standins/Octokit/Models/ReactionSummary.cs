using Octokit.Internal;

namespace Octokit;

public class ReactionSummary
{
    public int TotalCount { get; private set; }

    [Parameter(Key = "+1")]
    public int Plus1 { get; private set; }

    [Parameter(Key = "-1")]
    public int Minus1 { get; private set; }

    public int Laugh { get; private set; }

    public int Confused { get; private set; }

    public int Heart { get; private set; }

    public int Hooray { get; private set; }

    public int Eyes { get; private set; }

    public int Rocket { get; private set; }

    public string Url { get; private set; }
}
