using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class RateLimitTests
{
    private static readonly Dictionary<string, string> s_exhausted = new()
    {
        ["X-RateLimit-Limit"] = "60",
        ["X-RateLimit-Remaining"] = "0",
        ["X-RateLimit-Reset"] = "1700000000",
    };

    [Fact]
    public async Task Exceeding_it_tells_limit_and_reset()
    {
        await using var server = new FakeGitHub(FakeAnswer.Message(403, "API rate limit exceeded") with { Headers = s_exhausted });

        var failure = await Assert.ThrowsAsync<RateLimitExceededException>(() => server.Client.User.Current());

        Assert.Equal((60, 0), (failure.Limit, failure.Remaining));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), failure.Reset);
        Assert.Equal(TimeSpan.Zero, failure.GetRetryAfterTimeSpan());
    }

    [Fact]
    public async Task A_reset_in_the_future_is_waited_for()
    {
        var headers = new Dictionary<string, string>(s_exhausted) { ["X-RateLimit-Reset"] = "4102444800" };
        await using var server = new FakeGitHub(FakeAnswer.Message(403, "API rate limit exceeded") with { Headers = headers });

        var failure = await Assert.ThrowsAsync<RateLimitExceededException>(() => server.Client.User.Current());

        Assert.True(failure.GetRetryAfterTimeSpan() > TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Abuse_tells_when_to_come_back(string? header, int? expected)
    {
        var headers = header is null ? [] : new Dictionary<string, string> { ["Retry-After"] = header };
        await using var server = new FakeGitHub(FakeAnswer.Message(403, "abuse detection mechanism") with { Headers = headers });

        var failure = await Assert.ThrowsAsync<AbuseException>(() => server.Client.User.Current());

        Assert.Equal(expected, failure.RetryAfterSeconds);
    }

    [Fact]
    public async Task The_headers_of_the_last_answer_can_be_asked_for()
    {
        var headers = new Dictionary<string, string>(s_exhausted)
        {
            ["ETag"] = "\"abc\"",
            ["Link"] = "<http://127.0.0.1/x?page=2>; rel=\"next\", <http://127.0.0.1/x?page=9>; rel=\"last\"",
            ["X-OAuth-Scopes"] = "repo, user",
            ["X-Accepted-OAuth-Scopes"] = "repo",
        };
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}""") { Headers = headers });
        Assert.Null(server.Client.GetLastApiInfo());

        await server.Client.User.Current();

        var info = server.Client.GetLastApiInfo();
        Assert.Equal((60, 0, 1700000000), (info.RateLimit.Limit, info.RateLimit.Remaining, info.RateLimit.ResetAsUtcEpochSeconds));
        Assert.Equal("\"abc\"", info.Etag);
        Assert.Equal(new Uri("http://127.0.0.1/x?page=2"), info.Links["next"]);
        Assert.Equal(new Uri("http://127.0.0.1/x?page=9"), info.Links["last"]);
        Assert.Equal(["repo", "user"], info.OauthScopes);
        Assert.Equal(["repo"], info.AcceptedOauthScopes);
    }

    [Fact]
    public async Task A_refusal_is_a_last_answer_too()
    {
        await using var server = new FakeGitHub(FakeAnswer.Message(403, "no") with { Headers = s_exhausted });

        await Assert.ThrowsAsync<ForbiddenException>(() => server.Client.User.Current());

        Assert.Equal(60, server.Client.GetLastApiInfo().RateLimit.Limit);
    }

    [Fact]
    public async Task A_refusal_of_no_type_of_its_own_tells_when_to_come_back_by_its_headers()
    {
        var headers = new Dictionary<string, string> { ["retry-after"] = "30", ["x-ratelimit-remaining"] = "0" };
        await using var server = new FakeGitHub(FakeAnswer.Message(429, "Too many requests") with { Headers = headers });

        var failure = await Assert.ThrowsAsync<ApiException>(() => server.Client.User.Current());

        string? Header(string name) =>
            failure.HttpResponse.Headers.Single(x => x.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        Assert.Equal(("30", "0"), (Header("Retry-After"), Header("X-RateLimit-Remaining")));
    }

    [Fact]
    public async Task Without_headers_there_is_no_limit_to_read()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}"""));

        await server.Client.User.Current();

        var info = server.Client.GetLastApiInfo();
        Assert.Equal((0, 0, DateTimeOffset.UnixEpoch), (info.RateLimit.Limit, info.RateLimit.Remaining, info.RateLimit.Reset));
        Assert.Empty(info.Links);
        Assert.Null(info.Etag);
    }

    [Fact]
    public async Task The_limits_themselves_can_be_asked_for()
    {
        const string body = """
            {"resources":{"core":{"limit":5000,"remaining":4999,"reset":1700000000},"graphql":{"limit":1}},"rate":{"limit":5}}
            """;
        await using var server = new FakeGitHub(new FakeAnswer(body));

        var limits = await server.Client.RateLimit.GetRateLimits();

        Assert.Equal("GET /api/v3/rate_limit", server.Line);
        Assert.Equal((5000, 4999), (limits.Resources.Core.Limit, limits.Resources.Core.Remaining));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), limits.Resources.Core.Reset);
        Assert.Null(limits.Resources.Search);
        Assert.Equal((1, 5), (limits.Resources.Graphql.Limit, limits.Rate.Limit));
    }
}
