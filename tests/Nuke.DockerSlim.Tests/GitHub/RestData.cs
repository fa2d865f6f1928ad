namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>What the server knows: comments by their ids, pull requests, whose tokens there are.</summary>
/// <param name="address">Where its API is.</param>
internal sealed class RestData(string address)
{
    public const string Head = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    public const string Bot = "github-actions[bot]";

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, (int Issue, string Author, string Body)> _comments = [];
    private readonly List<(int Number, string Sha, string State, string Branch)> _pulls = [];

    // Above 32 bits, as ids are nowadays.
    private long _lastId = 3_400_500_600_700;

    public string Address => address;

    /// <summary>Whose comments are written with which token.</summary>
    public Dictionary<string, string> Logins { get; } = new() { [RestServer.Token] = Bot };

    /// <summary>Whether the token only reads, as that of a fork's pull request does.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether commits of forks are unknown.</summary>
    public bool KnowsCommits { get; set; } = true;

    /// <summary>The files that every pull request changes.</summary>
    public List<object> Files { get; } = [];

    /// <summary>The remarks on lines.</summary>
    public List<object> Remarks { get; } = [];

    public void Change(string path, string patch) =>
        Files.Add(
            new
            {
                sha = Head,
                filename = path,
                status = "modified",
                additions = 1,
                deletions = 1,
                changes = 2,
                patch,
            }
        );

    public void Remark(string author, string path, int position, string body)
    {
        lock (_gate)
            Remarks.Add(
                new
                {
                    id = ++_lastId,
                    path,
                    position,
                    body,
                    user = new { login = author },
                }
            );
    }

    public IReadOnlyList<(long Id, string Author, string Body)> On(int issue)
    {
        lock (_gate)
            return [.. _comments.Where(x => x.Value.Issue == issue).Select(x => (x.Key, x.Value.Author, x.Value.Body))];
    }

    public long Comment(int issue, string author, string body)
    {
        lock (_gate)
        {
            _comments.Add(++_lastId, (issue, author, body));
            return _lastId;
        }
    }

    public bool Change(long id, string body)
    {
        lock (_gate)
        {
            if (!_comments.TryGetValue(id, out var comment))
                return false;
            _comments[id] = comment with { Body = body };
            return true;
        }
    }

    public bool Remove(long id)
    {
        lock (_gate)
            return _comments.Remove(id);
    }

    public object? One(long id)
    {
        lock (_gate)
            return _comments.TryGetValue(id, out var comment) ? Json(id, comment) : null;
    }

    public IReadOnlyList<object> Comments(int issue)
    {
        lock (_gate)
            return [.. _comments.Where(x => x.Value.Issue == issue).Select(x => Json(x.Key, x.Value))];
    }

    public void Open(int number, string sha = Head, string state = "open", string branch = "octavia:slimmer")
    {
        lock (_gate)
            _pulls.Add((number, sha, state, branch));
    }

    public bool HasPull(int number)
    {
        lock (_gate)
            return _pulls.Exists(x => x.Number == number);
    }

    public IReadOnlyList<object> PullsOfCommit(string sha)
    {
        lock (_gate)
            // Those that have the commit anywhere: a head that moved on is behind it.
            return KnowsCommits ? [.. _pulls.Where(x => x.Sha == sha || sha == Head).Select(Json)] : [];
    }

    public IReadOnlyList<object> PullsOfBranch(string branch)
    {
        lock (_gate)
            return [.. _pulls.Where(x => x.Branch == branch && x.State == "open").Select(Json)];
    }

    private object Json(long id, (int Issue, string Author, string Body) comment) =>
        new
        {
            id,
            node_id = $"IC_{id}",
            url = $"{address}/repos/acme/shop/issues/comments/{id}",
            html_url = $"https://github.com/acme/shop/pull/{comment.Issue}#issuecomment-{id}",
            body = comment.Body,
            user = new
            {
                login = comment.Author,
                id = 41898282,
                type = comment.Author.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
            },
            created_at = "2026-01-02T03:04:05Z",
            updated_at = "2026-01-02T03:04:05Z",
            author_association = "NONE",
        };

    private static object Json((int Number, string Sha, string State, string Branch) pull) =>
        new
        {
            id = 3_000_000_000 + pull.Number,
            number = pull.Number,
            state = pull.State,
            head = new { @ref = pull.Branch.Split(':')[1], sha = pull.Sha },
            @base = new { @ref = "main", repo = new { id = 1296269, full_name = "acme/shop" } },
        };
}
