namespace Octokit;

public class PullRequestReviewComment
{
    public string Url { get; private set; }

    public long Id { get; private set; }

    public string NodeId { get; private set; }

    public string DiffHunk { get; private set; }

    public string Path { get; private set; }

    public int? Position { get; private set; }

    public int? OriginalPosition { get; private set; }

    public string CommitId { get; private set; }

    public string OriginalCommitId { get; private set; }

    public User User { get; private set; }

    public string Body { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public string HtmlUrl { get; private set; }

    public string PullRequestUrl { get; private set; }

    public ReactionSummary Reactions { get; private set; }

    public long? InReplyToId { get; private set; }

    public long? PullRequestReviewId { get; private set; }

    public StringEnum<AuthorAssociation> AuthorAssociation { get; private set; }
}
