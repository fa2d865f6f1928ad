using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>What a run does with the comment on its pull request.</summary>
/// <param name="build">The build.</param>
/// <param name="say">Says a line.</param>
internal sealed class PullRequestTurn(ICommentOnPullRequest build, Action<string> say)
{
    private static readonly Func<string, string?> Variables = Environment.GetEnvironmentVariable;

    private string OwnReports => build.RootDirectory / JsonReport.Folder;

    /// <summary>Comments on what a run came to that this process did.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Where the comment is; null: there is none.</returns>
    /// <exception cref="DockerSlimException">There is none, and one is required.</exception>
    public Task<string?> AfterRunAsync(IReadOnlyList<ImageReport> reports, CancellationToken cancellationToken) =>
        // Elsewhere nobody expects a comment, and by whatever else set off the workflow there is none to expect.
        !GitHubEnvironment.IsActions(Variables) || reports.Count == 0
            ? Task.FromResult<string?>(null)
            : OrSayAsync(async when =>
            {
                var environment = GitHubEnvironment.Read(Variables);
                var what = Event(environment);
                if (what.IsWorkflowRun || what.NothingBecause is not null)
                    return null;
                if (what is { Number: { } number, HeadSha: { } sha })
                    new ReportFolder(OwnReports).WriteFile(
                        PullRequestClaim.FileName,
                        new PullRequestClaim(environment.Repository, number, sha).ToJson()
                    );
                // A branch is looked up; most have no pull request, and nobody wants to read that of every push.
                var isSought = what.Number is null;
                return when == CommentWhen.Never || (isSought && environment.Token is null)
                    ? null
                    : await new PullRequestPost(build, environment, what, say) { IsQuietWithout = isSought }
                        .PostAsync(null, reports, when, cancellationToken)
                        .ConfigureAwait(false);
            });

    /// <summary>Comments from reports that an earlier run left.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Where the comment is; null: there is none.</returns>
    /// <exception cref="InputException">The reports are no reports, or not of the pull request that was built.</exception>
    /// <exception cref="CommentFailedException">There is none, and one is required.</exception>
    public async Task<string?> FromReportsAsync(CancellationToken cancellationToken)
    {
        var environment = GitHubEnvironment.Read(Variables);
        var what = Event(environment);
        if (what.NothingBecause is { } reason)
        {
            say($"No comment is written: {reason}.");
            return null;
        }
        var folder = new ReportFolder(build.ReportFolder ?? OwnReports);
        var reports = folder.Read();
        var claim = what.IsWorkflowRun
            ? PullRequestClaim.Parse(folder.ReadFile(PullRequestClaim.FileName, PullRequestClaim.LargestFile))
            : null;
        return await OrSayAsync(
                when => new PullRequestPost(build, environment, what, say).PostAsync(claim, reports, when, cancellationToken),
                onlyServer: true
            )
            .ConfigureAwait(false);
    }

    private static GitHubEvent Event(GitHubEnvironment environment) =>
        GitHubEventReader.Read(
            environment.EventName,
            EventFile.Read(environment.EventPath, GitHubEventReader.LargestPayload),
            environment.FullRef,
            environment.Commit
        );

    /// <summary>Of what goes wrong a line is said, unless a comment is required: the image is what it is all the same.</summary>
    private async Task<string?> OrSayAsync(Func<CommentWhen, Task<string?>> post, bool onlyServer = false)
    {
        var when = CommentOccasion.Parse(build.CommentWhen);
        try
        {
            var address = await post(when).ConfigureAwait(false);
            if (address is not null && StepFiles.OfThisProcess().AddOutputs([KeyValuePair.Create("comment-url", address)]) is { } problem)
                say(problem);
            return address;
        }
        catch (DockerSlimException e) when (build.RequireComment != true && (e is CommentFailedException || !onlyServer))
        {
            say($"No comment on the pull request. {UntrustedText.OneLine(e.Message)}");
            return null;
        }
    }
}
