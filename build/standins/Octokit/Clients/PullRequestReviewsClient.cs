using Octokit.Internal;

namespace Octokit;

internal sealed class PullRequestReviewsClient(IApiConnection api) : IPullRequestReviewsClient
{
    public Task<IReadOnlyList<PullRequestReview>> GetAll(string owner, string name, int pullRequestNumber) =>
        GetAll(owner, name, pullRequestNumber, ApiOptions.None);

    public Task<IReadOnlyList<PullRequestReview>> GetAll(string owner, string name, int pullRequestNumber, ApiOptions options) =>
        api.GetAll<PullRequestReview>(Of(owner, name, pullRequestNumber), options);

    public Task<PullRequestReview> Get(string owner, string name, int pullRequestNumber, long reviewId) =>
        api.Get<PullRequestReview>(ApiPath.Of(owner, name, $"pulls/{pullRequestNumber}/reviews/{reviewId}"));

    public Task<PullRequestReview> Create(string owner, string name, int pullRequestNumber, PullRequestReviewCreate review) =>
        api.Post<PullRequestReview>(Of(owner, name, pullRequestNumber), Ensure.NotNull(review));

    private static Uri Of(string owner, string name, int pullRequestNumber) =>
        ApiPath.Of(owner, name, $"pulls/{pullRequestNumber}/reviews");
}
