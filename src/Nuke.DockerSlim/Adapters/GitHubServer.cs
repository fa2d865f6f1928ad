using Nuke.DockerSlim.PullRequests;
using Octokit;

namespace Nuke.DockerSlim.Adapters;

/// <summary>A GitHub server with a token, and one repository on it.</summary>
internal sealed class GitHubServer : IPullRequests
{
    // An answer of a page of comments is a second's work; a server that needs more than this is in trouble.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly ApiOptions OnePage = new() { PageSize = 100, PageCount = 1 };

    /// <summary>Prepares it; nothing is asked yet.</summary>
    /// <param name="environment">Where it is, and the token.</param>
    /// <param name="clock">Waits and measures.</param>
    /// <param name="patience">How long an answer may take; null is 20 seconds.</param>
    public GitHubServer(GitHubEnvironment environment, TimeProvider clock, TimeSpan? patience = null)
    {
        Token = environment.Token ?? throw new ArgumentException("There is no token.", nameof(environment));
        Repository = environment.Repository;
        // A client that is made of an address alone puts its own path behind any server but github.com, which is wrong for *.ghe.com.
        Client = new GitHubClient(new Connection(new ProductHeaderValue("Nuke.DockerSlim"), environment.ApiAddress))
        {
            Credentials = new Credentials(Token, AuthenticationType.Bearer),
        };
        Client.SetRequestTimeout(patience ?? Patience);
        Calls = new GitHubCalls(new GitHubFaultText(environment.ApiAddress.Host, Token), clock, patience ?? Patience);
    }

    public GitHubClient Client { get; }

    public GitHubCalls Calls { get; }

    public GitHubRepository Repository { get; }

    /// <summary>Never to be shown.</summary>
    public string Token { get; }

    /// <inheritdoc />
    public async Task<IReadOnlyList<PullRequestState>> OfCommitAsync(string sha, CancellationToken cancellationToken)
    {
        var found = await Calls
            .ReadAsync(
                $"find the pull request of commit {sha[..7]}",
                () => Client.Repository.Commit.PullRequests(Repository.Owner, Repository.Name, sha, OnePage),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. found.Select(x => State(x.Number, x.State, x.Head, x.Base))];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<PullRequestState>> OfBranchAsync(string owner, string branch, CancellationToken cancellationToken)
    {
        var request = new PullRequestRequest { State = ItemStateFilter.Open, Head = $"{owner}:{branch}" };
        var found = await Calls
            .ReadAsync(
                "find the pull request of the branch",
                () => Client.PullRequest.GetAllForRepository(Repository.Owner, Repository.Name, request, OnePage),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. found.Select(x => State(x.Number, x.State, x.Head, x.Base))];
    }

    private static PullRequestState State(int number, StringEnum<ItemState> state, GitReference? head, GitReference? into) =>
        new(
            number,
            head?.Sha ?? "",
            state.StringValue == "open",
            GitHubRepository.TryParse(into?.Repository?.FullName, out var repository) ? repository : null
        );
}
