using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>Finds the pull request that an event is about.</summary>
/// <param name="pullRequests">The server.</param>
/// <param name="repository">The repository that the workflow belongs to.</param>
public sealed class PullRequestFinder(IPullRequests pullRequests, GitHubRepository repository)
{
    private const int ShownDigits = 7;

    /// <summary>Finds it.</summary>
    /// <param name="what">The event.</param>
    /// <param name="claim">What the reports say, where somebody else's run wrote them; null: this run wrote them.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="InputException">The reports claim another pull request than the one that was built.</exception>
    /// <exception cref="CommentFailedException">The server did not tell.</exception>
    public async Task<FoundPullRequest> FindAsync(GitHubEvent what, PullRequestClaim? claim, CancellationToken cancellationToken)
    {
        if (what.NothingBecause is { } reason)
            return FoundPullRequest.None(reason);
        // What the event itself says is true, and it was this run that measured.
        if (what is { Number: { } number, IsWorkflowRun: false })
            return FoundPullRequest.Of(number);
        if (what.HeadSha is not { } sha)
            return FoundPullRequest.None($"the event {what.Name} names no commit");
        if (claim is not null)
            Compare(claim, sha);
        var known = await OfHeadAsync(what, sha, cancellationToken).ConfigureAwait(false);
        var open = known.Where(x => x.IsOpen && x.HeadSha == sha).Select(x => x.Number).Order().ToArray();
        if (claim is null)
            return open is [var first, ..] ? FoundPullRequest.Of(first) : FoundPullRequest.None(Reason(known, sha));
        if (open.Contains(claim.Number))
            return FoundPullRequest.Of(claim.Number);
        if (open is [var other, ..])
            throw new InputException(
                $"The reports claim to be of pull request {claim.Number}, but what was built is {other}; they are not posted. Let the workflow that builds upload only what it made itself."
            );
        return FoundPullRequest.None(Reason(known, sha));
    }

    private void Compare(PullRequestClaim claim, string sha)
    {
        if (claim.Repository != repository)
            throw new InputException(
                $"The reports claim to be of {claim.Repository}, but the workflow is one of {repository}; they are not posted."
            );
        if (claim.HeadSha != sha)
            throw new InputException(
                $"The reports claim to be of commit {claim.HeadSha[..ShownDigits]}, but the workflow built {sha[..ShownDigits]}; they are not posted."
            );
    }

    private async Task<PullRequestState[]> OfHeadAsync(GitHubEvent what, string sha, CancellationToken cancellationToken)
    {
        var known = await pullRequests.OfCommitAsync(sha, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0 && what is { HeadRepository.Owner: { } owner, HeadRef: { } branch })
            known = await pullRequests.OfBranchAsync(owner, branch, cancellationToken).ConfigureAwait(false);
        // A commit may lie in pull requests of a fork to itself, too.
        return [.. known.Where(x => x.Base is null || x.Base == repository)];
    }

    private static string Reason(PullRequestState[] known, string sha) =>
        known.FirstOrDefault(x => x.IsOpen) is { } moved
            ? $"the head of pull request {moved.Number} has moved on from {sha[..ShownDigits]} to {Shown(moved.HeadSha)}, whose own run posts"
            : $"no open pull request has {sha[..ShownDigits]} at its head";

    private static string Shown(string sha) => EventFields.Sha(sha) is { } whole ? whole[..ShownDigits] : "another commit";
}
