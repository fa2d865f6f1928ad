using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.PullRequests;

/// <summary>The comments on one pull request.</summary>
/// <remarks>Everything throws a <see cref="CommentFailedException" /> where the server does not do its part.</remarks>
public interface IPullRequestComments
{
    /// <summary>A page of the comments.</summary>
    /// <param name="page">Which, from one.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<CommentPage> ListAsync(int page, CancellationToken cancellationToken);

    /// <summary>
    /// The account that comments are written under; null: an app's, which cannot ask who it is, so that any app's comment with our marker counts as ours.
    /// </summary>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<string?> AuthorAsync(CancellationToken cancellationToken);

    /// <summary>Writes a comment. One that fails with <see cref="CommentFailure.Unavailable" /> may have been written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task<PostedComment> CreateAsync(string text, CancellationToken cancellationToken);

    /// <summary>Gives a comment another text; null: it is gone.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task<PostedComment?> UpdateAsync(long id, string text, CancellationToken cancellationToken);

    /// <summary>Takes a comment away; one that is gone already is no failure.</summary>
    /// <param name="id">The comment.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task DeleteAsync(long id, CancellationToken cancellationToken);
}
