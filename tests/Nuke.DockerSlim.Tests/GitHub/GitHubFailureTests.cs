using System.Net.Sockets;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Tests.Registries;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>What goes wrong with GitHub: which is tried again and after which wait, and what is said of it.</summary>
public sealed class GitHubFailureTests : GitHubServerTest
{
    private const string Integration = "Resource not accessible by integration";
    private const string Primary = "API rate limit exceeded for installation.";
    private const string Secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

    [Theory]
    [InlineData(401, "Bad credentials", CommentFailure.BadToken, "does not accept the token (401); set GITHUB_TOKEN to")]
    [InlineData(403, Integration, CommentFailure.NotPermitted, "permissions: pull-requests: write")]
    [InlineData(403, "Unable to create comment because issue is locked.", CommentFailure.NotPermitted, "issue is locked")]
    [InlineData(404, "Not Found", CommentFailure.Missing, "hidden from the token")]
    [InlineData(409, "Conflict", CommentFailure.Rejected, "refused to list the comments on pull request 42 (409)")]
    [InlineData(410, "Issues are disabled for this repo", CommentFailure.Rejected, "Issues are disabled")]
    [InlineData(422, "Validation Failed", CommentFailure.Rejected, "(422); its reason stands below")]
    [InlineData(451, "Repository access blocked", CommentFailure.Rejected, "(451)")]
    public async Task What_will_not_pass_is_asked_once_and_said(int status, string message, CommentFailure failure, string said)
    {
        Server.Instead = _ => RestReply.Message(status, message);

        var thrown = await FailAsync();

        Assert.Equal(failure, thrown.Failure);
        Assert.Contains(said, thrown.Message);
        Assert.Single(Server.Requests);
        Assert.Empty(Time.Waits);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(502, "<html>bad gateway</html>")]
    [InlineData(503, "{\"message\":\"Unavailable\"}")]
    [InlineData(504, "{\"message\":\"We couldn't respond to your request in time.\"}")]
    public async Task A_server_that_fails_is_asked_four_times(int status, string body)
    {
        Server.Instead = _ => new RestReply(status, body);

        var thrown = await FailAsync();

        Assert.Equal(CommentFailure.Unavailable, thrown.Failure);
        Assert.Contains($"({status}, tried 4 times)", thrown.Message);
        Assert.Equal(4, Server.Requests.Count);
        Assert.Equal([1, 2, 4], Time.Waits.Select(x => x.TotalSeconds));
    }

    [Fact]
    public async Task A_server_that_recovers_is_not_even_noticed()
    {
        Fail(2, RestReply.Message(503, "Unavailable"));

        Assert.Equal(CommentAction.Created, (await PostAsync()).Action);
    }

    [Theory]
    [InlineData(403, Secondary, "7", 7)]
    [InlineData(403, "You have triggered an abuse detection mechanism.", "8", 8)]
    [InlineData(403, Integration, "9", 9)]
    [InlineData(429, "Too many requests", "10", 10)]
    [InlineData(503, "Unavailable", "11", 11)]
    public async Task The_servers_own_wait_is_kept(int status, string message, string after, int seconds)
    {
        Fail(1, RestReply.Message(status, message, ("retry-after", after)));

        await PostAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), Time.Waits[0]);
    }

    [Fact]
    public async Task A_wait_may_be_a_time_by_the_servers_own_clock()
    {
        Fail(
            1,
            RestReply.Message(
                429,
                "Too many requests",
                ("Retry-After", "Thu, 01 Jan 2026 00:00:30 GMT"),
                ("Date", "Thu, 01 Jan 2026 00:00:12 GMT")
            )
        );

        await PostAsync();

        Assert.Equal(TimeSpan.FromSeconds(18), Time.Waits[0]);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_limit_that_is_reset_soon_is_waited_for(int status)
    {
        // 2026-01-01 00:00:12, by the server's clock.
        var reset = new DateTimeOffset(2026, 1, 1, 0, 0, 52, TimeSpan.Zero).ToUnixTimeSeconds();
        Fail(
            1,
            RestReply.Message(
                status,
                Primary,
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", $"{reset}"),
                ("Date", "Thu, 01 Jan 2026 00:00:12 GMT")
            )
        );

        await PostAsync();

        Assert.Equal(TimeSpan.FromSeconds(40), Time.Waits[0]);
    }

    [Theory]
    [InlineData(403, Primary)]
    [InlineData(429, Primary)]
    public async Task A_limit_that_is_reset_in_an_hour_is_not_waited_for(int status, string message)
    {
        Server.Instead = _ => RestReply.Message(status, message, ("retry-after", "3540"));

        var thrown = await FailAsync();

        Assert.Equal(CommentFailure.RateLimited, thrown.Failure);
        Assert.Contains($"takes no more requests with this token for 59m", thrown.Message);
        Assert.Contains($"({status}, rate limit)", thrown.Message);
        Assert.Empty(Time.Waits);
    }

    [Fact]
    public async Task A_limit_without_a_time_is_waited_for_a_minute_and_not_for_ever()
    {
        Server.Instead = _ => RestReply.Message(403, Secondary);

        Assert.Equal(CommentFailure.RateLimited, (await FailAsync()).Failure);
        Assert.Equal([60, 60], Time.Waits.Select(x => x.TotalSeconds));
    }

    [Fact]
    public async Task A_limit_on_writing_is_waited_for_too()
    {
        var first = true;
        Server.Instead = request =>
        {
            if (!request.Writes || !first)
                return null;
            first = false;
            return RestReply.Message(403, Secondary, ("retry-after", "5"));
        };

        Assert.Equal(CommentAction.Created, (await PostAsync()).Action);
        Assert.Single(Server.Data.On(Pull));
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_made_again()
    {
        Fail(2, new RestReply(200, "[{\"id\":1}]") { IsCut = true });

        Assert.Equal(CommentAction.Created, (await PostAsync()).Action);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_falls_silent_is_given_up(bool afterItsHead)
    {
        using var silent = new ManualResetEventSlim();
        Server.Instead = _ =>
        {
            if (!afterItsHead)
                silent.Wait(TimeSpan.FromSeconds(5));
            return new RestReply(200, "[]") { IsStalled = true };
        };

        var thrown = await FailAsync(patience: TimeSpan.FromMilliseconds(150));

        silent.Set();
        Assert.Equal(CommentFailure.Unavailable, thrown.Failure);
        Assert.Contains("did not answer in time", thrown.Message);
        Assert.Contains("GITHUB_API_URL", thrown.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        using var closed = new TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var address = $"http://{closed.LocalEndpoint}";
        closed.Stop();

        var thrown = await FailAsync(address);

        Assert.Contains("The GitHub server 127.0.0.1 could not be reached", thrown.Message);
    }

    [Theory]
    [InlineData(200, "no JSON")]
    [InlineData(200, """[{"id":"text"}]""")]
    [InlineData(301, "")]
    public async Task What_is_not_in_GitHubs_form_is_somebody_elses_server(int status, string body)
    {
        Server.Instead = _ => new RestReply(status, body) { Headers = { ["Location"] = "/elsewhere" } };

        var thrown = await FailAsync();

        Assert.Equal(CommentFailure.Rejected, thrown.Failure);
        Assert.Contains("is not in GitHub's form", thrown.Message);
    }

    [Fact]
    public async Task What_a_server_says_commands_no_log_and_shows_no_token()
    {
        Server.Instead = _ => RestReply.Message(422, $"x\n::set-output name=a::b {RestServer.Token} \u001b[2J{new string('y', 900)}");

        var thrown = await FailAsync();

        Assert.DoesNotContain(RestServer.Token, thrown.ToString());
        Assert.DoesNotContain(" ::", thrown.Message);
        Assert.DoesNotContain('\u001b', thrown.Message);
        Assert.InRange(thrown.Message.Length, 100, 600);
        Assert.Equal(2, thrown.Message.Split('\n').Length);
    }

    [Fact]
    public async Task No_failure_of_any_kind_shows_the_token()
    {
        int[] statuses = [400, 401, 403, 404, 409, 422, 429, 500];
        foreach (var status in statuses)
        {
            Server.Instead = _ => RestReply.Message(status, $"token {RestServer.Token} is wrong", ("retry-after", "9999"));
            var thrown = await FailAsync();
            Assert.DoesNotContain(RestServer.Token, $"{thrown}{thrown.InnerException}{thrown.StackTrace}");
        }
    }

    [Fact]
    public async Task Who_interrupts_is_not_kept_waiting()
    {
        using var interrupted = new CancellationTokenSource();
        Server.Instead = _ =>
        {
            interrupted.Cancel();
            return new RestReply(200, "[]") { IsStalled = true };
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync(cancellationToken: interrupted.Token));
    }

    private void Fail(int times, RestReply reply)
    {
        var left = times;
        Server.Instead = _ => Interlocked.Decrement(ref left) >= 0 ? reply : null;
    }

    private Task<CommentFailedException> FailAsync(string? address = null, TimeSpan? patience = null) =>
        Assert.ThrowsAsync<CommentFailedException>(() => PostAsync(address, patience));

    private Task<CommentResult> PostAsync(
        string? address = null,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default
    ) =>
        new CommentUpsert(
            new GitHubComments(new GitHubServer(Environments.Of(address ?? Server.Address), Time, patience), Pull),
            Marker
        ).RunAsync($"{Marker.Line}\nshop", mayCreate: true, cancellationToken);
}
