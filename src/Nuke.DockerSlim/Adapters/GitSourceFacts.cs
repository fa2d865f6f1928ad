using System.Globalization;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Asks git what an image is made of, and the pipeline where the sources are for people: GitHub Actions, GitLab CI, Azure Pipelines and Jenkins say it by environment
/// variables, and a runner's remote may be one for machines.
/// </summary>
/// <param name="environment">Asks for an environment variable.</param>
/// <param name="program">The program; <c>git</c> on the path unless a test says otherwise.</param>
internal sealed class GitSourceFacts(Func<string, string?> environment, string program = "git")
{
    /// <summary>What the working copy's files are.</summary>
    /// <param name="directory">A folder in it.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    /// <exception cref="InputException">There is no git.</exception>
    public async Task<SourceFacts> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var git = new GitCommand(directory, program)
        {
            WithoutGit =
                "--annotate-image and --source-epoch commit need git, which is not on the path; install it, or write annotations and seconds out.",
        };
        var address = SourceAddress.Of(
            OfPipeline() ?? await git.TextAsync(cancellationToken, "remote", "get-url", "origin").ConfigureAwait(false)
        );
        if (await git.TextAsync(cancellationToken, "show", "--no-patch", "--format=%H %ct", "HEAD").ConfigureAwait(false) is not { } head)
            return new SourceFacts { Address = address };
        return new SourceFacts
        {
            Address = address,
            Commit = head.Split(' ')[0],
            CommitTime = DateTimeOffset.FromUnixTimeSeconds(long.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture)),
            IsChanged =
                await git.TextAsync(cancellationToken, "status", "--porcelain", "--untracked-files=no").ConfigureAwait(false) is not null,
            Tags = await git.TagsAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    private string? OfPipeline() =>
        Told("GITHUB_SERVER_URL") is { } server && Told("GITHUB_REPOSITORY") is { } repository
            ? $"{server}/{repository}"
            : Told("CI_PROJECT_URL") ?? Told("BUILD_REPOSITORY_URI") ?? Told("GIT_URL");

    private string? Told(string name) => environment(name) is { Length: > 0 } value ? value : null;
}
