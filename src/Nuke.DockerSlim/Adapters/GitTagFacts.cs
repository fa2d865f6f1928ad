using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Asks git, and the pipeline where git does not know: a runner checks out a commit and no branch. GitHub Actions, GitLab CI, Azure Pipelines and Jenkins say which
/// by environment variables.
/// </summary>
/// <param name="environment">Asks for an environment variable.</param>
/// <param name="clock">The time of day.</param>
/// <param name="program">The program; <c>git</c> on the path unless a test says otherwise.</param>
internal sealed class GitTagFacts(Func<string, string?> environment, TimeProvider clock, string program = "git")
{
    private const string Heads = "refs/heads/";

    /// <summary>Where a working copy stands.</summary>
    /// <param name="directory">A folder in it.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="InputException">There is no git.</exception>
    public async Task<TagFacts> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var git = new GitCommand(directory, program)
        {
            WithoutGit = "A tag with words in braces needs git, which is not on the path; install it, or write the tag out.",
        };
        var commit = await git.TextAsync(cancellationToken, "rev-parse", "HEAD").ConfigureAwait(false);
        return new TagFacts
        {
            Commit = commit,
            Branch =
                OfPipeline()
                ?? (
                    IsPullRequest()
                        ? null
                        : await git.TextAsync(cancellationToken, "symbolic-ref", "--short", "--quiet", "HEAD").ConfigureAwait(false)
                ),
            DefaultBranch =
                Told("CI_DEFAULT_BRANCH")
                ?? OfEvent()
                ?? (
                    await git.TextAsync(cancellationToken, "symbolic-ref", "--short", "--quiet", "refs/remotes/origin/HEAD")
                        .ConfigureAwait(false)
                )?["origin/".Length..],
            Tags = commit is null ? [] : await git.TagsAsync(cancellationToken).ConfigureAwait(false),
            Now = clock.GetUtcNow(),
        };
    }

    private string? Told(string name) => environment(name) is { Length: > 0 } value ? value : null;

    private string? OfPipeline() =>
        Told("GITHUB_REF") is { } full && full.StartsWith(Heads, StringComparison.Ordinal) ? full[Heads.Length..]
        : Told("BUILD_SOURCEBRANCH") is { } source && source.StartsWith(Heads, StringComparison.Ordinal) ? source[Heads.Length..]
        : Told("CI_COMMIT_BRANCH") ?? (Told("CHANGE_ID") is null ? Told("BRANCH_NAME") : null);

    // A pull request's trial merge has a branch's name in some pipelines, and is none.
    private bool IsPullRequest() =>
        Told("GITHUB_REF") is not null
        || Told("BUILD_SOURCEBRANCH") is not null
        || Told("CI_MERGE_REQUEST_IID") is not null
        || Told("CHANGE_ID") is not null;

    private string? OfEvent()
    {
        try
        {
            return GitHubEventReader.DefaultBranch(EventFile.Read(Told("GITHUB_EVENT_PATH"), GitHubEventReader.LargestPayload));
        }
        catch (InputException)
        {
            // The event does not say; git may.
            return null;
        }
    }
}
