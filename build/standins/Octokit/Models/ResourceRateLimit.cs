namespace Octokit;

public class ResourceRateLimit
{
    public RateLimit Core { get; private set; }

    public RateLimit Search { get; private set; }

    public RateLimit Graphql { get; private set; }
}
