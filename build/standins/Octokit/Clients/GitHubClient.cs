using Octokit.Internal;

namespace Octokit;

public class GitHubClient : IGitHubClient
{
    public static readonly Uri GitHubApiUrl = new("https://api.github.com/");

    public GitHubClient(ProductHeaderValue productInformation)
        : this(new Connection(productInformation, GitHubApiUrl)) { }

    public GitHubClient(ProductHeaderValue productInformation, ICredentialStore credentialStore)
        : this(new Connection(productInformation, credentialStore)) { }

    public GitHubClient(ProductHeaderValue productInformation, Uri baseAddress)
        : this(new Connection(productInformation, ApiAddress(baseAddress))) { }

    public GitHubClient(ProductHeaderValue productInformation, ICredentialStore credentialStore, Uri baseAddress)
        : this(new Connection(productInformation, ApiAddress(baseAddress), credentialStore)) { }

    public GitHubClient(IConnection connection)
    {
        Connection = Ensure.NotNull(connection);
        var api = new ApiConnection(connection);
        Issue = new IssuesClient(api);
        PullRequest = new PullRequestsClient(api);
        Repository = new RepositoriesClient(api);
        User = new UsersClient(api);
        Check = new ChecksClient(api);
        RateLimit = new RateLimitClient(api);
        Actions = new ActionsClient(api);
    }

    public Credentials Credentials
    {
        get => Connection.Credentials;
        set => Connection.Credentials = Ensure.NotNull(value);
    }

    public Uri BaseAddress => Connection.BaseAddress;

    public IConnection Connection { get; }

    public IIssuesClient Issue { get; }

    public IPullRequestsClient PullRequest { get; }

    public IRepositoriesClient Repository { get; }

    public IUsersClient User { get; }

    public IChecksClient Check { get; }

    public IRateLimitClient RateLimit { get; }

    public IActionsClient Actions { get; }

    public void SetRequestTimeout(TimeSpan timeout) => Connection.SetRequestTimeout(timeout);

    public ApiInfo GetLastApiInfo() => Connection.GetLastApiInfo();

    // A server of one's own has its API below /api/v3/, whatever page of it was named.
    private static Uri ApiAddress(Uri uri) =>
        Ensure.NotNull(uri).Host is "github.com" or "api.github.com" ? GitHubApiUrl : new Uri(uri, "/api/v3/");
}
