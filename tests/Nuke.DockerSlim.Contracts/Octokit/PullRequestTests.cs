using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class PullRequestTests
{
    private const string Pull = """
        {"id":1,"number":5,"state":"open","title":"t","draft":true,"merged":true,"merged_at":"2020-01-02T03:04:05Z","mergeable":null,
         "mergeable_state":"has_hooks","active_lock_reason":"too heated","changed_files":3,"merge_commit_sha":"m",
         "head":{"sha":"s","ref":"feature","label":"fork:feature","repo":{"full_name":"fork/r","fork":true}},
         "base":{"sha":"b","ref":"main","repo":{"id":9,"visibility":"internal","topics":["a"]}},
         "labels":[{"name":"bug"}],"requested_reviewers":[],"assignees":null}
        """;

    [Fact]
    public async Task A_pull_request_is_read_whole()
    {
        await using var server = new FakeGitHub(new FakeAnswer(Pull));

        var pull = await server.Client.PullRequest.Get("o", "r", 5);

        Assert.Equal("GET /api/v3/repos/o/r/pulls/5", server.Line);
        Assert.Equal(
            (5, "t", true, true, "m", 3),
            (pull.Number, pull.Title, pull.Draft, pull.Merged, pull.MergeCommitSha, pull.ChangedFiles)
        );
        Assert.True(pull.State == ItemState.Open);
        Assert.Null(pull.Mergeable);
        Assert.Equal(MergeableState.HasHooks, pull.MergeableState!.Value.Value);
        Assert.Equal(LockReason.TooHeated, pull.ActiveLockReason!.Value.Value);
        Assert.Equal(("s", "feature", "fork:feature"), (pull.Head.Sha, pull.Head.Ref, pull.Head.Label));
        Assert.Equal(("fork/r", true), (pull.Head.Repository.FullName, pull.Head.Repository.Fork));
        Assert.Equal((9, RepositoryVisibility.Internal), (pull.Base.Repository.Id, pull.Base.Repository.Visibility));
        Assert.Equal("bug", Assert.Single(pull.Labels).Name);
        Assert.Empty(pull.RequestedReviewers);
        Assert.Null(pull.Assignees);
    }

    [Fact]
    public async Task Pull_requests_are_listed_newest_first_or_as_asked()
    {
        await using var server = new FakeGitHub(new FakeAnswer($"[{Pull}]"));

        await server.Client.PullRequest.GetAllForRepository("o", "r");
        await server.Client.PullRequest.GetAllForRepository(
            "o",
            "r",
            new PullRequestRequest
            {
                State = ItemStateFilter.All,
                Head = "fork:feature",
                Base = "main",
                SortProperty = PullRequestSort.LongRunning,
                SortDirection = SortDirection.Ascending,
            },
            new ApiOptions { PageSize = 50 }
        );

        Assert.Equal(
            [
                "GET /api/v3/repos/o/r/pulls?state=open&sort=created&direction=desc",
                "GET /api/v3/repos/o/r/pulls?state=all&head=fork%3Afeature&base=main&sort=long-running&direction=asc&per_page=50",
            ],
            server.Requests.Select(request => request.Line)
        );
    }

    [Fact]
    public async Task A_commit_knows_its_pull_requests()
    {
        await using var server = new FakeGitHub(new FakeAnswer($"[{Pull}]"));

        var pull = Assert.Single(await server.Client.Repository.Commit.PullRequests("o", "r", "abc"));

        Assert.Equal("GET /api/v3/repos/o/r/commits/abc/pulls", server.Line);
        Assert.Equal((5, "s"), (pull.Number, pull.Head.Sha));
    }

    [Fact]
    public async Task Files_come_with_their_names_and_patches()
    {
        const string body =
            """[{"filename":"a/b.cs","previous_filename":"c.cs","patch":"@@","additions":2,"status":"renamed","sha":"x"}]""";
        await using var server = new FakeGitHub(new FakeAnswer(body));

        var file = Assert.Single(await server.Client.PullRequest.Files("o", "r", 5, new ApiOptions { PageSize = 100 }));

        Assert.Equal("GET /api/v3/repos/o/r/pulls/5/files?per_page=100", server.Line);
        Assert.Equal(("a/b.cs", "c.cs", "@@", 2), (file.FileName, file.PreviousFileName, file.Patch, file.Additions));
    }

    [Fact]
    public async Task A_commit_and_a_repository_are_read()
    {
        const string commit = """{"sha":"abc","commit":{"message":"m","tree":{"sha":"t"}},"parents":[{"sha":"p"}]}""";
        await using var commits = new FakeGitHub(new FakeAnswer(commit));
        await using var repositories = new FakeGitHub(
            new FakeAnswer("""{"id":5,"full_name":"o/r","private":true,"default_branch":"main","owner":{"login":"o"}}""")
        );

        var read = await commits.Client.Repository.Commit.Get("o", "r", "main");
        var repository = await repositories.Client.Repository.Get(5);

        Assert.Equal("GET /api/v3/repos/o/r/commits/main", commits.Line);
        Assert.Equal(("abc", "m", "t", "p"), (read.Sha, read.Commit.Message, read.Commit.Tree.Sha, read.Parents[0].Sha));
        Assert.Equal("GET /api/v3/repositories/5", repositories.Line);
        Assert.Equal(
            ("o/r", true, "main", "o"),
            (repository.FullName, repository.Private, repository.DefaultBranch, repository.Owner.Login)
        );
    }
}
