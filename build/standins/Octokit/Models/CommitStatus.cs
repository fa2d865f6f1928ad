namespace Octokit;

public class CommitStatus
{
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public StringEnum<CommitState> State { get; private set; }

    public string TargetUrl { get; private set; }

    public string Description { get; private set; }

    public string Context { get; private set; }

    public long Id { get; private set; }

    public string NodeId { get; private set; }

    public string Url { get; private set; }

    public User Creator { get; private set; }
}
