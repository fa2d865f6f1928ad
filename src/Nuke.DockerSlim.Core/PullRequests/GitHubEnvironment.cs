using System.Globalization;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>
/// What GitHub Actions tells a step by environment variables (docs.github.com, "Variables reference"). No record: the token must not come to be
/// printed with it.
/// </summary>
public sealed class GitHubEnvironment
{
    private const string PublicAddress = "https://api.github.com";

    private GitHubEnvironment(GitHubRepository repository, Uri apiAddress, string? token, Func<string, string?> variables)
    {
        Repository = repository;
        ApiAddress = apiAddress;
        Token = token;
        EventName = variables("GITHUB_EVENT_NAME");
        EventPath = variables("GITHUB_EVENT_PATH") is { Length: > 0 } path ? path : null;
        FullRef = variables("GITHUB_REF");
        Commit = variables("GITHUB_SHA");
        ServerAddress =
            Uri.TryCreate(variables("GITHUB_SERVER_URL")?.TrimEnd('/') + "/", UriKind.Absolute, out var server) && IsWeb(server)
                ? server
                : null;
        RunId = long.TryParse(variables("GITHUB_RUN_ID"), NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null;
    }

    /// <summary>The repository that the workflow belongs to, <c>GITHUB_REPOSITORY</c>.</summary>
    public GitHubRepository Repository { get; }

    /// <summary>Where the REST API is, ending in a slash: <c>GITHUB_API_URL</c>, which names a GitHub Enterprise server too.</summary>
    public Uri ApiAddress { get; }

    /// <summary>The token, <c>GITHUB_TOKEN</c>; null when the step was given none. Never to be shown.</summary>
    public string? Token { get; }

    /// <summary>The event's name; null when it is not told.</summary>
    public string? EventName { get; }

    /// <summary>The event's file; null when it is not told.</summary>
    public string? EventPath { get; }

    /// <summary>What is checked out, such as <c>refs/pull/7/merge</c>; null when it is not told.</summary>
    public string? FullRef { get; }

    /// <summary>The commit that is checked out: of a pull request the trial merge, not its head. Null when it is not told.</summary>
    public string? Commit { get; }

    /// <summary>Where people read it, ending in a slash: <c>GITHUB_SERVER_URL</c>; null when it is not told.</summary>
    public Uri? ServerAddress { get; }

    /// <summary>This run, <c>GITHUB_RUN_ID</c>; null when it is not told.</summary>
    public long? RunId { get; }

    /// <summary>Where people read a run of a workflow; null when the server is not told, or the run is not known.</summary>
    /// <param name="run">The run; null: it is not known.</param>
    public Uri? AddressOfRun(long? run) =>
        ServerAddress is null || run is null ? null : new Uri(ServerAddress, $"{Repository}/actions/runs/{run}");

    /// <summary>Where people read the files of a commit, without a slash at its end; null when the server is not told.</summary>
    /// <param name="sha">The commit; null: it is not known.</param>
    public Uri? AddressOfFiles(string? sha) =>
        ServerAddress is null || sha is null ? null : new Uri(ServerAddress, $"{Repository}/blob/{sha}");

    /// <summary>Whether this is a step of GitHub Actions.</summary>
    /// <param name="variables">Gives a variable, or null.</param>
    public static bool IsActions(Func<string, string?> variables) => variables("GITHUB_ACTIONS") is { Length: > 0 };

    /// <summary>Reads the variables.</summary>
    /// <param name="variables">Gives a variable, or null.</param>
    /// <exception cref="InputException">The repository, the address of the API or the token has no usable form.</exception>
    public static GitHubEnvironment Read(Func<string, string?> variables)
    {
        if (!GitHubRepository.TryParse(variables("GITHUB_REPOSITORY"), out var repository))
            throw new InputException("GITHUB_REPOSITORY does not say OWNER/NAME; run in GitHub Actions, or set it.");
        var written = variables("GITHUB_API_URL") is { Length: > 0 } given ? given : PublicAddress;
        if (!Uri.TryCreate(written.TrimEnd('/') + "/", UriKind.Absolute, out var address) || !IsWeb(address))
            throw new InputException(
                "GITHUB_API_URL is no address of a server; unset it, or set it to one such as https://api.github.com."
            );
        var token = variables("GITHUB_TOKEN")?.Trim() is { Length: > 0 } secret ? secret : null;
        if (token is not null && !token.All(char.IsAscii) || token?.Any(x => char.IsControl(x) || x == ' ') == true)
            throw new InputException("GITHUB_TOKEN holds white space or other characters that no token has; set it to the token alone.");
        return new GitHubEnvironment(repository, address, token, variables);
    }

    private static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { UserInfo: "", Query: "", Fragment: "" };
}
