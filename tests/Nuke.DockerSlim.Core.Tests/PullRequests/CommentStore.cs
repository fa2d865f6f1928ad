using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.PullRequests;

/// <summary>The comments on a pull request in memory, for any number of writers.</summary>
/// <param name="pageLength">How many comments a page has.</param>
internal sealed class CommentStore(int pageLength = 100)
{
    private readonly SortedDictionary<long, PostedComment> _comments = [];

    // Ids of today are far above 32 bits.
    private long _lastId = 3_000_000_000_000;

    public IReadOnlyList<PostedComment> All => [.. _comments.Values];

    public PostedComment Add(string author, string body)
    {
        var comment = new PostedComment(++_lastId, author, body, $"https://github.com/acme/shop/pull/42#issuecomment-{_lastId}");
        _comments.Add(comment.Id, comment);
        return comment;
    }

    public void Remove(long id) => _comments.Remove(id);

    public Writer As(string? login = null) => new(this, login);

    /// <summary>One who writes.</summary>
    internal sealed class Writer(CommentStore store, string? login) : IPullRequestComments
    {
        public List<string> Asked { get; } = [];

        /// <summary>Called before each request is carried out.</summary>
        public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

        /// <summary>Called after a comment was written, before its writer hears of it.</summary>
        public Action Written { get; set; } = () => { };

        public async Task<CommentPage> ListAsync(int page, CancellationToken cancellationToken)
        {
            await AskAsync($"list {page}");
            var all = store.All;
            return new CommentPage(
                [.. all.Skip((page - 1) * store.PageLength).Take(store.PageLength)],
                page * store.PageLength < all.Count
            );
        }

        public async Task<string?> AuthorAsync(CancellationToken cancellationToken)
        {
            if (login is not null)
                await AskAsync("user");
            return login;
        }

        public async Task<PostedComment> CreateAsync(string text, CancellationToken cancellationToken)
        {
            await AskAsync("create");
            var created = store.Add(login ?? "github-actions[bot]", text);
            Written();
            return created;
        }

        public async Task<PostedComment?> UpdateAsync(long id, string text, CancellationToken cancellationToken)
        {
            await AskAsync($"update {id}");
            if (!store._comments.TryGetValue(id, out var comment))
                return null;
            return store._comments[id] = comment with { Body = text };
        }

        public async Task DeleteAsync(long id, CancellationToken cancellationToken)
        {
            await AskAsync($"delete {id}");
            store.Remove(id);
        }

        private Task AskAsync(string what)
        {
            Asked.Add(what.Split(' ')[0]);
            return Before(what);
        }
    }

    private int PageLength => pageLength;

    public static CommentFailedException Unavailable() => new(CommentFailure.Unavailable, "The server answered 502.");
}
