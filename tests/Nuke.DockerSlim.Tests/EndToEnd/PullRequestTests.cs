using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.GitHub;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A user's build in GitHub Actions, and a server that answers as GitHub does.</summary>
public sealed class PullRequestTests : IAsyncLifetime
{
    private readonly RestServer _server = new();

    public Task InitializeAsync()
    {
        foreach (var number in (int[])[42, 43])
            _server.Data.Open(number);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [EngineTheory, OnBothStores]
    public async Task A_run_of_a_pull_request_keeps_one_comment_on_it(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        Set(build, "pull_request");

        (await build.SlimAsync()).MustEnd(0).MustSay("The comment on pull request 42 was written: https://github.com/acme/shop/pull/42#");
        (await build.SlimAsync("--unpacked-size", "1MB"))
            .MustEnd(3)
            .MustSay("The comment on pull request 42 was brought up to date")
            .MustNotSay(RestServer.Token);

        var comment = Assert.Single(_server.Data.On(42));
        Assert.StartsWith($"<!-- nuke-dockerslim:{build.Name} -->\n", comment.Body);
        Assert.Equal(["GET", "POST", "GET", "GET", "PATCH"], _server.Methods);
        Assert.Contains(RestData.Head, await File.ReadAllTextAsync(build[$"artifacts/images/{PullRequestClaim.FileName}"]));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Where_the_token_of_a_fork_only_reads_a_line_says_so_and_the_run_ends_as_it_would(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        Set(build, "pull_request.fork");
        _server.Data.IsReadOnly = true;

        (await build.SlimAsync("--unpacked-size", "1MB"))
            .MustEnd(3)
            .MustSay("No comment on the pull request. The token of a fork's pull request only reads");
        (await build.SlimAsync("--require-comment")).MustEnd(4).MustSay("The token of a fork's pull request only reads");
        Assert.Empty(_server.Data.On(43));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task What_is_wrong_with_GitHub_fails_no_run(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        Set(build, "pull_request");
        _server.Instead = _ => RestReply.Message(401, "Bad credentials");

        (await build.SlimAsync()).MustEnd(0).MustSay("No comment on the pull request. GitHub does not accept the token (401)");

        build.Write("event.json", "{");
        build.Environment["GITHUB_EVENT_PATH"] = build["event.json"];
        (await build.SlimAsync()).MustEnd(0).MustSay("is no event of GitHub: it is no JSON");

        Set(build, "push.tag");
        (await build.SlimAsync()).MustEnd(0).MustNotSay("No comment");
    }

    [Fact]
    public async Task Reports_alone_are_enough()
    {
        await using var build = UserBuild.WithoutEngine();
        Set(build, "pull_request");
        Report(build, "artifacts/images", "shop");
        build.Environment["GITHUB_OUTPUT"] = build["outputs"];

        (await build.RunAsync("CommentOnPullRequest")).MustEnd(0).MustSay("The comment on pull request 42 was written");
        Assert.Matches(
            $"comment-url(=|<<.*\n)https://github.com/acme/shop/pull/42#issuecomment-{_server.Data.On(42)[0].Id}\n",
            await File.ReadAllTextAsync(build["outputs"])
        );
        (await build.RunAsync("CommentOnPullRequest")).MustEnd(0).MustSay("says so already");

        Assert.Single(_server.Data.On(42));
    }

    [Fact]
    public async Task A_second_workflow_posts_what_a_forks_run_left()
    {
        await using var build = UserBuild.WithoutEngine();
        Set(build, "workflow_run.fork");
        Report(build, "left", "shop");
        Claim(build, "left");
        _server.Data.Comment(43, RestData.Bot, "<!-- nuke-dockerslim:shop -->\nold");

        (await build.RunAsync("CommentOnPullRequest", "--report-folder", "left")).MustEnd(0).MustSay("was brought up to date");

        Assert.NotEqual("old", Assert.Single(_server.Data.On(43)).Body.Split('\n')[1]);
        Assert.Equal(3, _server.Requests.Count);
        Assert.Empty(_server.Data.On(42));
    }

    [Fact]
    public async Task Nothing_is_posted_that_is_not_of_what_was_built()
    {
        await using var build = UserBuild.WithoutEngine();
        Set(build, "workflow_run.fork");
        Report(build, "left", "shop");

        (await PostAsync(build)).MustEnd(1).MustSay("holds no slim-pull-request.json");
        Claim(build, "left", number: 12);
        (await PostAsync(build)).MustEnd(1).MustSay("claim to be of pull request 12");
        Claim(build, "left", sha: new string('a', 40));
        (await PostAsync(build)).MustEnd(1).MustSay("claim to be of commit aaaaaaa");
        build.Write("left/shop/slim-report.json", "{\"schemaVersion\":1,\"layers\":7}");
        (await PostAsync(build)).MustEnd(1).MustSay("is broken at line 1");
        build.Write("left/shop/slim-report.json", new string(' ', 8_000_001));
        (await PostAsync(build)).MustEnd(1).MustSay("8 MB");

        Assert.DoesNotContain(_server.Requests, x => x.Writes);
    }

    [Fact]
    public async Task What_was_built_before_the_head_moved_is_left_alone()
    {
        await using var server = new RestServer();
        server.Data.Open(43, sha: new string('b', 40));
        await using var build = UserBuild.WithoutEngine();
        Set(build, "workflow_run.fork", server);
        Report(build, "left", "shop");
        Claim(build, "left");

        (await PostAsync(build))
            .MustEnd(0)
            .MustSay("No comment is written: the head of pull request 43 has moved on from 6dcb09b to bbbbbbb");

        Assert.DoesNotContain(server.Requests, x => x.Writes);
    }

    [Fact]
    public async Task Without_an_occasion_there_is_no_comment()
    {
        await using var build = UserBuild.WithoutEngine();
        Set(build, "pull_request");
        Report(build, "artifacts/images", "shop");

        (await build.RunAsync("CommentOnPullRequest", "--comment-when", "failed"))
            .MustEnd(0)
            .MustSay("Pull request 42 gets no comment: --comment-when is failed.");
        (await build.RunAsync("CommentOnPullRequest", "--comment-when", "sometimes"))
            .MustEnd(1)
            .MustSay("'sometimes' is none of always, changed, failed and never");
        build.Environment.Remove("GITHUB_TOKEN");
        (await build.RunAsync("CommentOnPullRequest")).MustEnd(0).MustSay("The step has no GITHUB_TOKEN");
        (await build.RunAsync("CommentOnPullRequest", "--require-comment")).MustEnd(4).MustSay("The step has no GITHUB_TOKEN");
        Set(build, "merge_group");
        (await build.RunAsync("CommentOnPullRequest")).MustEnd(0).MustSay("No comment is written: a merge queue builds several");

        Assert.Empty(_server.Data.On(42));
    }

    private static Task<BuildRun> PostAsync(UserBuild build) => build.RunAsync("CommentOnPullRequest", "--report-folder", "left");

    private void Set(UserBuild build, string file, RestServer? server = null)
    {
        build.Environment["GITHUB_ACTIONS"] = "true";
        build.Environment["GITHUB_REPOSITORY"] = "acme/shop";
        build.Environment["GITHUB_SERVER_URL"] = "https://github.com";
        build.Environment["GITHUB_API_URL"] = (server ?? _server).Address;
        build.Environment["GITHUB_TOKEN"] = RestServer.Token;
        build.Environment["GITHUB_RUN_ID"] = "30433642001";
        build.Environment["GITHUB_SHA"] = "e5bd3914e2e596debea16f433f57875b5b90bcd6";
        build.Environment["GITHUB_REF"] = "refs/pull/42/merge";
        build.Environment["GITHUB_EVENT_NAME"] = file.Split('.')[0];
        build.Environment["GITHUB_EVENT_PATH"] = Path.Combine(
            Fixtures.RepositoryRoot,
            "tests",
            "fixtures",
            "github-events",
            $"{file}.json"
        );
    }

    private static void Report(UserBuild build, string folder, string image) =>
        JsonReport.Write(
            build[$"{folder}/{image}/{JsonReport.FileName}"],
            new ImageReport
            {
                CreatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                Outcome = ReportOutcome.Good,
                Image = new ImageFacts { Name = image, Reference = image },
            }
        );

    private static void Claim(UserBuild build, string folder, int number = 43, string sha = RestData.Head)
    {
        Assert.True(GitHubRepository.TryParse("acme/shop", out var repository));
        build.Write($"{folder}/{PullRequestClaim.FileName}", new PullRequestClaim(repository, number, sha).ToJson());
    }
}
