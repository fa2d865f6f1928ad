using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>
/// Leaves exactly one comment of an image set on a pull request. It is found by its marker and its author, so that nobody else's comment is ever
/// changed. The server knows no condition on writing, so jobs that race may write one each: whoever wrote one lists them again, and all come to the same:
/// the one with the lowest id stays and takes the text, those after it go.
/// </summary>
/// <param name="comments">The comments of the pull request.</param>
/// <param name="marker">The image set's marker.</param>
/// <param name="isSame">Whether a comment as it was stored says the same as a new text; null: whether it is the same but for white space at its end.</param>
public sealed class CommentUpsert(IPullRequestComments comments, CommentMarker marker, Func<string, string, bool>? isSame = null)
{
    // GitHub takes no more than 2,500 comments; the bound is for servers that page on and on.
    private const int MostPages = 100;

    // Each round begins because somebody else removed or wrote one meanwhile.
    private const int MostRounds = 4;

    private string? _author;
    private bool _isAuthorKnown;

    /// <summary>Writes the comment, or brings it up to date.</summary>
    /// <param name="text">The comment, the marker on its first line.</param>
    /// <param name="mayCreate">Whether one is written where there is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CommentFailedException">The server did not do its part.</exception>
    public async Task<CommentResult> RunAsync(string text, bool mayCreate, CancellationToken cancellationToken)
    {
        if (!marker.Opens(text))
            throw new ArgumentException("The text does not begin with the marker, so that it would not be found again.", nameof(text));
        for (var round = 1; ; round++)
        {
            var ours = await FindAsync(allPages: false, cancellationToken).ConfigureAwait(false);
            if (ours.Count > 0)
            {
                if (await KeepFirstAsync(ours, text, cancellationToken).ConfigureAwait(false) is { } kept)
                    return kept;
            }
            else if (!mayCreate)
                return new CommentResult(CommentAction.Left, null);
            else if (await TryCreateAsync(text, isLast: round == MostRounds, cancellationToken).ConfigureAwait(false) is { } created)
                return await SettleAsync(created, text, cancellationToken).ConfigureAwait(false);
            if (round == MostRounds)
                throw new CommentFailedException(
                    CommentFailure.Unavailable,
                    "The comment was removed again and again while it was brought up to date; see who else works on it, and run again."
                );
        }
    }

    /// <summary>Null: the server failed, and whether the comment was written is to be seen.</summary>
    private async Task<PostedComment?> TryCreateAsync(string text, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            return await comments.CreateAsync(text, cancellationToken).ConfigureAwait(false);
        }
        catch (CommentFailedException e) when (e.Failure == CommentFailure.Unavailable && !isLast)
        {
            return null;
        }
    }

    private async Task<CommentResult> SettleAsync(PostedComment created, string text, CancellationToken cancellationToken)
    {
        var ours = await FindAsync(allPages: true, cancellationToken).ConfigureAwait(false);
        // Somebody else's may be the first, and then the last word is ours all the same: theirs was written before.
        var kept = await KeepFirstAsync([.. ours.Where(x => x.Id != created.Id), created], text, cancellationToken).ConfigureAwait(false);
        return kept is { Action: CommentAction.Updated }
            ? kept
            : new CommentResult(CommentAction.Created, kept?.Address ?? created.Address);
    }

    /// <summary>Null: it is gone meanwhile.</summary>
    private async Task<CommentResult?> KeepFirstAsync(IReadOnlyList<PostedComment> ours, string text, CancellationToken cancellationToken)
    {
        var first = ours.MinBy(x => x.Id)!;
        var kept = new CommentResult(CommentAction.Unchanged, first.Address);
        if (isSame is null ? !first.Says(text) : !isSame(first.Body, text))
        {
            if (await comments.UpdateAsync(first.Id, text, cancellationToken).ConfigureAwait(false) is not { } updated)
                return null;
            kept = new CommentResult(CommentAction.Updated, updated.Address ?? first.Address);
        }
        foreach (var other in ours.Where(x => x.Id != first.Id).OrderBy(x => x.Id))
            await comments.DeleteAsync(other.Id, cancellationToken).ConfigureAwait(false);
        return kept;
    }

    private async Task<IReadOnlyList<PostedComment>> FindAsync(bool allPages, CancellationToken cancellationToken)
    {
        var ours = new List<PostedComment>();
        for (var number = 1; number <= MostPages; number++)
        {
            var page = await comments.ListAsync(number, cancellationToken).ConfigureAwait(false);
            foreach (var comment in page.Comments.Where(x => marker.Opens(x.Body)))
                if (await IsOursAsync(comment, cancellationToken).ConfigureAwait(false))
                    ours.Add(comment);
            if (!page.HasMore || (ours.Count > 0 && !allPages))
                return ours;
        }
        throw new CommentFailedException(
            CommentFailure.Unavailable,
            $"The server lists more than {MostPages} pages of comments on the pull request; check GITHUB_API_URL."
        );
    }

    private async Task<bool> IsOursAsync(PostedComment comment, CancellationToken cancellationToken)
    {
        if (!_isAuthorKnown)
        {
            _author = await comments.AuthorAsync(cancellationToken).ConfigureAwait(false);
            _isAuthorKnown = true;
        }
        return _author is null ? comment.IsByApp : string.Equals(comment.Author, _author, StringComparison.OrdinalIgnoreCase);
    }
}
