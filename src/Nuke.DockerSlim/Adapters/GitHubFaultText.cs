using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>What goes wrong with GitHub, in sentences: the fact, what to do, then what the server said.</summary>
/// <param name="host">The server.</param>
/// <param name="token">The token, to be taken out of anything that is shown; null: there is none.</param>
internal sealed class GitHubFaultText(string host, string? token)
{
    private const int LongestEvidence = 300;

    /// <summary>The exception to throw.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="what">What was asked for, an infinitive.</param>
    /// <param name="attempts">How often.</param>
    public CommentFailedException Failed(GitHubFault fault, string what, int attempts) =>
        new(fault.Failure, Sentence(fault, what, attempts) + Evidence(fault.Evidence));

    private string Sentence(GitHubFault fault, string what, int attempts) =>
        fault.Failure switch
        {
            CommentFailure.BadToken => "GitHub does not accept the token (401); set GITHUB_TOKEN to ${{ github.token }} in the step's env.",
            CommentFailure.NotPermitted =>
                $"GitHub does not permit the token to {what} (403); give the job permissions: pull-requests: write. A fork's or Dependabot's token only reads (docs/github.md).",
            CommentFailure.RateLimited =>
                $"GitHub takes no more requests with this token for {(fault.Wait ?? TimeSpan.Zero).Text} ({fault.Status}, rate limit), so that it could not {what}; run again then.",
            CommentFailure.Missing =>
                $"GitHub could not {what} (404): it is not there, or hidden from the token; check GITHUB_REPOSITORY and the job's permissions.",
            CommentFailure.Rejected => fault.Status is { } status
                ? $"GitHub refused to {what} ({status}); its reason stands below, and the summary and the reports hold all of it."
                : $"What {host} answered is not in GitHub's form, so that it could not {what}; check GITHUB_API_URL.",
            _ => fault.Status is { } status
                ? $"GitHub failed to {what} ({status}{Tried(attempts)}); run again later, and see whether it has an incident."
                : $"The GitHub server {host} could not be reached or did not answer in time to {what}{Tried(attempts)}; check GITHUB_API_URL and the network.",
        };

    private static string Tried(int attempts) => attempts > 1 ? $", tried {attempts} times" : "";

    private string Evidence(string text)
    {
        var shown = UntrustedText.OneLine(token is null ? text : text.Replace(token, "***", StringComparison.Ordinal));
        return shown.Length == 0 ? "" : $"{Environment.NewLine}    {(shown.Length > LongestEvidence ? shown[..LongestEvidence] : shown)}";
    }
}
