namespace Octokit;

public class GitHubApp
{
    public long Id { get; protected set; }

    public string Slug { get; protected set; }

    public string NodeId { get; protected set; }

    public string Name { get; protected set; }

    public User Owner { get; protected set; }

    public string Description { get; protected set; }

    public string ExternalUrl { get; protected set; }

    public string HtmlUrl { get; protected set; }

    public DateTimeOffset CreatedAt { get; protected set; }

    public DateTimeOffset UpdatedAt { get; protected set; }

    public IReadOnlyList<string> Events { get; protected set; }
}
