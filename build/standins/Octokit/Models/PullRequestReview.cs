namespace Octokit;

public class PullRequestReview
{
    public long Id { get; private set; }

    public string NodeId { get; private set; }

    public StringEnum<PullRequestReviewState> State { get; private set; }

    public string CommitId { get; private set; }

    public User User { get; private set; }

    public string Body { get; private set; }

    public string HtmlUrl { get; private set; }

    public string PullRequestUrl { get; private set; }

    public StringEnum<AuthorAssociation> AuthorAssociation { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }
}
