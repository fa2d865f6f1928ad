namespace Octokit;

public class PullRequestReviewCreate : RequestParameters
{
    public string CommitId { get; set; }

    public string Body { get; set; }

    public PullRequestReviewEvent? Event { get; set; }

    public List<DraftPullRequestReviewComment> Comments { get; set; } = [];
}
