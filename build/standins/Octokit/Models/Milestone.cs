namespace Octokit;

public class Milestone
{
    public string Url { get; private set; }

    public string HtmlUrl { get; private set; }

    public long Id { get; private set; }

    public int Number { get; private set; }

    public string NodeId { get; private set; }

    public StringEnum<ItemState> State { get; private set; }

    public string Title { get; private set; }

    public string Description { get; private set; }

    public User Creator { get; private set; }

    public int OpenIssues { get; private set; }

    public int ClosedIssues { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? DueOn { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? UpdatedAt { get; private set; }
}
