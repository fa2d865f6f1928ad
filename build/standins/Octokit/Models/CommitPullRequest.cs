namespace Octokit;

public class CommitPullRequest
{
    public long Id { get; protected set; }

    public string NodeId { get; protected set; }

    public string Url { get; protected set; }

    public string HtmlUrl { get; protected set; }

    public string DiffUrl { get; protected set; }

    public string PatchUrl { get; protected set; }

    public string IssueUrl { get; protected set; }

    public string StatusesUrl { get; protected set; }

    public int Number { get; protected set; }

    public StringEnum<ItemState> State { get; protected set; }

    public string Title { get; protected set; }

    public string Body { get; protected set; }

    public DateTimeOffset CreatedAt { get; protected set; }

    public DateTimeOffset UpdatedAt { get; protected set; }

    public DateTimeOffset? ClosedAt { get; protected set; }

    public DateTimeOffset? MergedAt { get; protected set; }

    public GitReference Head { get; protected set; }

    public GitReference Base { get; protected set; }

    public User User { get; protected set; }

    public User Assignee { get; protected set; }

    public IReadOnlyList<User> Assignees { get; protected set; }

    public Milestone Milestone { get; protected set; }

    public bool Draft { get; protected set; }

    public string MergeCommitSha { get; protected set; }

    public IReadOnlyList<User> RequestedReviewers { get; protected set; }

    public IReadOnlyList<Label> Labels { get; protected set; }

    public bool Merged => MergedAt.HasValue;
}
