using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;
using Octokit;

namespace Nuke.DockerSlim.Adapters;

/// <summary>The comments on a pull request on GitHub. To its API a pull request is an issue, and these are the issue's comments.</summary>
/// <param name="server">The server.</param>
/// <param name="number">The pull request.</param>
internal sealed class GitHubComments(GitHubServer server, int number) : IPullRequestComments
{
    // Tokens of apps, that of Actions among them (github.blog, "Behind GitHub's new authentication token formats"). They cannot ask who they are.
    private const string AppToken = "ghs_";

    private IIssueCommentsClient Comments => server.Client.Issue.Comment;

    private string Owner => server.Repository.Owner;

    private string Name => server.Repository.Name;

    /// <inheritdoc />
    public async Task<CommentPage> ListAsync(int page, CancellationToken cancellationToken)
    {
        var options = new ApiOptions
        {
            PageSize = 100,
            StartPage = page,
            PageCount = 1,
        };
        var comments = await server
            .Calls.ReadAsync(
                $"list the comments on pull request {number}",
                () => Comments.GetAllForIssue(Owner, Name, number, options),
                cancellationToken
            )
            .ConfigureAwait(false);
        return new CommentPage(
            [.. comments.OfType<IssueComment>().Select(Read)],
            server.Client.GetLastApiInfo()?.Links.ContainsKey("next") == true
        );
    }

    /// <inheritdoc />
    public async Task<string?> AuthorAsync(CancellationToken cancellationToken)
    {
        if (server.Token.StartsWith(AppToken, StringComparison.Ordinal))
            return null;
        try
        {
            var user = await server
                .Calls.ReadAsync("tell whose the token is", server.Client.User.Current, cancellationToken)
                .ConfigureAwait(false);
            return user?.Login;
        }
        catch (CommentFailedException e) when (e.Failure == CommentFailure.NotPermitted)
        {
            // An app's token in the form of old.
            return null;
        }
    }

    /// <inheritdoc />
    public Task<PostedComment> CreateAsync(string text, CancellationToken cancellationToken) =>
        server.Calls.WriteAsync(
            $"comment on pull request {number}",
            async () => Read(await Comments.Create(Owner, Name, number, text).ConfigureAwait(false)),
            isRepeatable: false,
            cancellationToken
        );

    /// <inheritdoc />
    public async Task<PostedComment?> UpdateAsync(long id, string text, CancellationToken cancellationToken)
    {
        try
        {
            return await server
                .Calls.WriteAsync(
                    $"change the comment on pull request {number}",
                    async () => Read(await Comments.Update(Owner, Name, id, text).ConfigureAwait(false)),
                    isRepeatable: true,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (CommentFailedException e) when (e.Failure == CommentFailure.Missing)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await server
                .Calls.WriteAsync(
                    $"remove a second comment on pull request {number}",
                    async () =>
                    {
                        await Comments.Delete(Owner, Name, id).ConfigureAwait(false);
                        return true;
                    },
                    isRepeatable: true,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (CommentFailedException e) when (e.Failure == CommentFailure.Missing)
        {
            // Gone already: another run saw it, too.
        }
    }

    private static PostedComment Read(IssueComment? comment) =>
        comment is null
            ? throw new FormatException("The answer is empty.")
            : new(comment.Id, comment.User?.Login ?? "", comment.Body ?? "", Address(comment.HtmlUrl));

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null;
}
