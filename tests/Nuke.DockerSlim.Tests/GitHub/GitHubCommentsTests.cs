using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Tests.Registries;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>The one comment of an image set, written by Octokit to a server that answers as GitHub does.</summary>
public sealed class GitHubCommentsTests : GitHubServerTest
{
    private static readonly string Old = $"{Marker.Line}\nshop is 80.0 MB";
    private static readonly string New = $"{Marker.Line}\nshop is 79.0 MB, ä€😀";

    [Fact]
    public async Task The_first_run_writes_the_comment_and_tells_where_it_is()
    {
        var result = await PostAsync(New);

        var comment = Assert.Single(Server.Data.On(Pull));
        Assert.Equal((RestData.Bot, New), (comment.Author, comment.Body));
        Assert.Equal(new CommentResult(CommentAction.Created, $"https://github.com/acme/shop/pull/42#issuecomment-{comment.Id}"), result);
        Assert.Equal(["GET", "POST", "GET"], Server.Methods);
    }

    [Fact]
    public async Task A_later_run_changes_it_in_two_requests()
    {
        Server.Data.Comment(Pull, "octavia", "Looks good.");
        var id = Server.Data.Comment(Pull, RestData.Bot, Old);

        Assert.Equal(CommentAction.Updated, (await PostAsync(New)).Action);

        Assert.Equal((id, New), (Server.Data.On(Pull)[1].Id, Server.Data.On(Pull)[1].Body));
        Assert.Equal(["GET", "PATCH"], Server.Methods);
        Assert.True(id > uint.MaxValue);
    }

    [Fact]
    public async Task The_same_text_is_not_sent()
    {
        Server.Data.Comment(Pull, RestData.Bot, New);

        Assert.Equal(CommentAction.Unchanged, (await PostAsync(New)).Action);
        Assert.Equal(["GET"], Server.Methods);
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(250, 3)]
    public async Task It_is_found_behind_any_number_of_others(int others, int pages)
    {
        for (var i = 0; i < others; i++)
            Server.Data.Comment(Pull, "octavia", $"{i}");
        Server.Data.Comment(Pull, RestData.Bot, Old);

        Assert.Equal(CommentAction.Updated, (await PostAsync(New)).Action);
        Assert.Equal(pages, Server.Methods.Count(x => x == "GET"));
        Assert.Equal(others + 1, Server.Data.On(Pull).Count);
    }

    [Fact]
    public async Task A_persons_token_finds_that_persons_comment_in_three_requests()
    {
        Server.Data.Logins["ghp_person"] = "octavia";
        Server.Data.Comment(Pull, RestData.Bot, Old);
        Server.Data.Comment(Pull, "octavia", Old);

        Assert.Equal(CommentAction.Updated, (await PostAsync(New, "ghp_person")).Action);
        Assert.Equal([Old, New], Server.Data.On(Pull).Select(x => x.Body));
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task An_apps_token_in_the_form_of_old_finds_an_apps_comment()
    {
        Server.Data.Logins["v1.0123"] = "acme-reports[bot]";
        Server.Data.Comment(Pull, "acme-reports[bot]", Old);

        Assert.Equal(CommentAction.Updated, (await PostAsync(New, "v1.0123")).Action);
        Assert.Single(Server.Data.On(Pull));
    }

    [Fact]
    public async Task Nobody_elses_comment_is_changed()
    {
        Server.Data.Comment(Pull, "mallory", Old);

        Assert.Equal(CommentAction.Created, (await PostAsync(New)).Action);
        Assert.Equal([("mallory", Old), (RestData.Bot, New)], Server.Data.On(Pull).Select(x => (x.Author, x.Body)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Jobs_that_race_leave_exactly_one_comment(int jobs)
    {
        var random = new Random(jobs);
        Server.Latency = () =>
        {
            lock (random)
                return TimeSpan.FromMilliseconds(random.Next(15));
        };
        Server.Data.Comment(Pull, "octavia", "Looks good.");

        await Task.WhenAll(Enumerable.Range(0, jobs).Select(x => PostAsync($"{Marker.Line}\njob {x}", time: new HurriedTime())));

        var left = Assert.Single(Server.Data.On(Pull), x => x.Author == RestData.Bot);
        Assert.StartsWith($"{Marker.Line}\njob ", left.Body);
    }

    [Fact]
    public async Task Two_jobs_that_both_find_none_leave_the_first_comment()
    {
        // Neither is told that there is none before the other one asked.
        using var both = new CountdownEvent(2);
        Server.Instead = request =>
        {
            if (request.Method == "GET" && !both.IsSet)
            {
                both.Signal();
                both.Wait(TimeSpan.FromSeconds(20));
                return RestReply.Of(Array.Empty<object>());
            }
            return null;
        };

        await Task.WhenAll(PostAsync(New), PostAsync(New, time: new HurriedTime()));

        var left = Assert.Single(Server.Data.On(Pull));
        Assert.Equal(New, left.Body);
        Assert.Equal(2, Server.Methods.Count(x => x == "POST"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/api/v3")]
    public async Task The_address_is_taken_as_it_is_given(string basePath)
    {
        await using var server = new RestServer(basePath);
        server.Data.Open(Pull);

        await PostAsync(New, RestServer.Token, server);

        Assert.All(server.Requests, x => Assert.StartsWith($"{basePath}/repos/acme/shop/issues/42/comments", x.Path));
    }

    [Fact]
    public async Task A_lost_answer_to_writing_leaves_one_comment()
    {
        var lost = 0;
        Server.Afterwards = request =>
            request.Method == "POST" && Interlocked.Increment(ref lost) == 1 ? new RestReply(201, "{\"id\":1}") { IsCut = true } : null;

        await PostAsync(New);

        Assert.Single(Server.Data.On(Pull));
        Assert.Single(Server.Methods, x => x == "POST");
    }

    [Fact]
    public async Task A_failure_of_the_server_after_writing_leaves_one_comment()
    {
        Server.Afterwards = request => request.Method == "POST" ? RestReply.Message(502, "Server Error") : null;

        await PostAsync(New);

        Assert.Single(Server.Data.On(Pull));
    }

    [Fact]
    public async Task Of_several_writes_each_waits_a_second()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            Server.Data.Comment(Pull, RestData.Bot, Old);

        await PostAsync(New);

        Assert.Single(Server.Data.On(Pull));
        Assert.Equal(["GET", "PATCH", "DELETE", "DELETE"], Server.Methods);
        Assert.Equal(2, Time.Waits.Count(x => x > TimeSpan.FromMilliseconds(500) && x <= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Where_a_comment_is_gone_when_it_is_changed_another_is_written()
    {
        var id = Server.Data.Comment(Pull, RestData.Bot, Old);
        Server.Instead = request =>
        {
            if (request.Method == "PATCH")
                Server.Data.Remove(id);
            return null;
        };

        Assert.Equal(CommentAction.Created, (await PostAsync(New)).Action);
        Assert.Equal(New, Assert.Single(Server.Data.On(Pull)).Body);
    }

    private Task<CommentResult> PostAsync(
        string text,
        string token = RestServer.Token,
        RestServer? server = null,
        TimeProvider? time = null
    ) =>
        new CommentUpsert(
            new GitHubComments(new GitHubServer(Environments.Of((server ?? Server).Address, token), time ?? Time), Pull),
            Marker
        ).RunAsync(text, mayCreate: true, CancellationToken.None);
}
