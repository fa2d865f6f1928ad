namespace Octokit;

public interface IPullRequestsClient
{
    IPullRequestReviewsClient Review { get; }

    IPullRequestReviewCommentsClient ReviewComment { get; }

    Task<PullRequest> Get(string owner, string name, int pullRequestNumber);

    Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name);

    Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, ApiOptions options);

    Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, PullRequestRequest request);

    Task<IReadOnlyList<PullRequest>> GetAllForRepository(string owner, string name, PullRequestRequest request, ApiOptions options);

    Task<IReadOnlyList<PullRequestFile>> Files(string owner, string name, int pullRequestNumber);

    Task<IReadOnlyList<PullRequestFile>> Files(string owner, string name, int pullRequestNumber, ApiOptions options);
}
