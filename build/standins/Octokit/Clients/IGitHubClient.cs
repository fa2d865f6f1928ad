namespace Octokit;

public interface IGitHubClient : IApiInfoProvider
{
    IConnection Connection { get; }

    IIssuesClient Issue { get; }

    IPullRequestsClient PullRequest { get; }

    IRepositoriesClient Repository { get; }

    IUsersClient User { get; }

    IChecksClient Check { get; }

    IRateLimitClient RateLimit { get; }

    IActionsClient Actions { get; }

    void SetRequestTimeout(TimeSpan timeout);
}
