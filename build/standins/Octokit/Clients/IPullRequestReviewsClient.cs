namespace Octokit;

public interface IPullRequestReviewsClient
{
    Task<IReadOnlyList<PullRequestReview>> GetAll(string owner, string name, int pullRequestNumber);

    Task<IReadOnlyList<PullRequestReview>> GetAll(string owner, string name, int pullRequestNumber, ApiOptions options);

    Task<PullRequestReview> Get(string owner, string name, int pullRequestNumber, long reviewId);

    Task<PullRequestReview> Create(string owner, string name, int pullRequestNumber, PullRequestReviewCreate review);
}
