using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>Posts reports to the pull request that an event is about.</summary>
/// <param name="build">The build.</param>
/// <param name="environment">Where GitHub is.</param>
/// <param name="what">The event.</param>
/// <param name="say">Says a line.</param>
internal sealed class PullRequestPost(ICommentOnPullRequest build, GitHubEnvironment environment, GitHubEvent what, Action<string> say)
{
    /// <summary>Whether nothing is said where there is no pull request.</summary>
    public bool IsQuietWithout { get; init; }

    /// <summary>Posts them.</summary>
    /// <param name="claim">What the reports say of the pull request, where somebody else's run wrote them; null: this run did.</param>
    /// <param name="reports">The reports.</param>
    /// <param name="when">When a comment is written where there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Where the comment is; null: there is none.</returns>
    /// <exception cref="InputException">The reports are not of what was built.</exception>
    /// <exception cref="CommentFailedException">It could not be written.</exception>
    public async Task<string?> PostAsync(
        PullRequestClaim? claim,
        IReadOnlyList<ImageReport> reports,
        CommentWhen when,
        CancellationToken cancellationToken
    )
    {
        if (environment.Token is null)
            throw new CommentFailedException(
                CommentFailure.BadToken,
                "The step has no GITHUB_TOKEN; add env: { GITHUB_TOKEN: ${{ github.token }} } to it (docs/github.md)."
            );
        var server = new GitHubServer(environment, TimeProvider.System);
        var found = await new PullRequestFinder(server, environment.Repository)
            .FindAsync(what, claim, cancellationToken)
            .ConfigureAwait(false);
        if (found.Number is not { } number)
        {
            if (!IsQuietWithout)
                say($"No comment is written: {found.NothingBecause}.");
            return null;
        }
        try
        {
            var result = await UpsertAsync(new GitHubComments(server, number), reports, when, cancellationToken).ConfigureAwait(false);
            say(Sentence(result, number, when));
            // What a stranger's run left suggests nothing to people who only have to click.
            if (build.ReviewSuggestions == true && !what.IsWorkflowRun && what.HeadSha is { } head)
                await SuggestAsync(new GitHubReviews(server, number), reports, head, cancellationToken).ConfigureAwait(false);
            return result.Address;
        }
        catch (CommentFailedException e) when (e.Failure == CommentFailure.NotPermitted && what is { IsFork: true, IsWorkflowRun: false })
        {
            throw new CommentFailedException(
                e.Failure,
                "The token of a fork's pull request only reads; summary and reports hold all of it, and a second workflow posts them (docs/github.md).",
                e
            );
        }
    }

    private Task<CommentResult> UpsertAsync(
        IPullRequestComments comments,
        IReadOnlyList<ImageReport> reports,
        CommentWhen when,
        CancellationToken cancellationToken
    )
    {
        var marker = CommentMarker.Of(reports.Select(x => x.Image.Name));
        var options = new CommentOptions
        {
            Marker = marker,
            SourceAddress = environment.AddressOfFiles(what.HeadSha),
            RunAddress = environment.AddressOfRun(what.IsWorkflowRun ? what.RunId : environment.RunId),
        };
        var text = PullRequestComment.Render(
            reports,
            new ReportTexts(build.RootDirectory, StepFiles.OfThisProcess()).Placed(options, reports)
        );
        return new CommentUpsert(comments, marker, PullRequestComment.SaysTheSame).RunAsync(
            text,
            CommentOccasion.Asks(when, reports),
            cancellationToken
        );
    }

    /// <summary>A review is an extra: the comment stands whatever becomes of it.</summary>
    private async Task SuggestAsync(
        IPullRequestReviews reviews,
        IReadOnlyList<ImageReport> reports,
        string head,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var count = await new ReviewWork(reviews, build.RootDirectory).RunAsync(reports, head, cancellationToken).ConfigureAwait(false);
            if (count > 0)
                say($"{count} {(count == 1 ? "line" : "lines")} of it got a suggestion.");
        }
        catch (CommentFailedException e)
        {
            say($"No suggestions on the pull request. {UntrustedText.OneLine(e.Message)}");
        }
    }

    private static string Sentence(CommentResult result, int number, CommentWhen when) =>
        result.Action switch
        {
            CommentAction.Created => $"The comment on pull request {number} was written{Place(result)}",
            CommentAction.Updated => $"The comment on pull request {number} was brought up to date{Place(result)}",
            CommentAction.Unchanged => $"The comment on pull request {number} says so already{Place(result)}",
            _ => $"Pull request {number} gets no comment: --comment-when is {when.ToString().ToLowerInvariant()}.",
        };

    private static string Place(CommentResult result) => result.Address is { } address ? $": {UntrustedText.OneLine(address)}" : "";
}
