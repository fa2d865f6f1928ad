namespace Octokit;

public class PullRequest
{
    public long Id { get; private set; }

    public string NodeId { get; private set; }

    public string Url { get; private set; }

    public string HtmlUrl { get; private set; }

    public string DiffUrl { get; private set; }

    public string PatchUrl { get; private set; }

    public string IssueUrl { get; private set; }

    public string StatusesUrl { get; private set; }

    public int Number { get; private set; }

    public StringEnum<ItemState> State { get; private set; }

    public string Title { get; private set; }

    public string Body { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? MergedAt { get; private set; }

    public GitReference Head { get; private set; }

    public GitReference Base { get; private set; }

    public User User { get; private set; }

    public User Assignee { get; private set; }

    public IReadOnlyList<User> Assignees { get; private set; }

    public Milestone Milestone { get; private set; }

    public bool Draft { get; private set; }

    public bool? Mergeable { get; private set; }

    public StringEnum<MergeableState>? MergeableState { get; private set; }

    public User MergedBy { get; private set; }

    public string MergeCommitSha { get; private set; }

    public int Comments { get; private set; }

    public int Commits { get; private set; }

    public int Additions { get; private set; }

    public int Deletions { get; private set; }

    public int ChangedFiles { get; private set; }

    public bool Locked { get; private set; }

    public bool? MaintainerCanModify { get; private set; }

    public IReadOnlyList<User> RequestedReviewers { get; private set; }

    public IReadOnlyList<Label> Labels { get; private set; }

    public StringEnum<LockReason>? ActiveLockReason { get; private set; }

    public bool Merged => MergedAt.HasValue;
}
