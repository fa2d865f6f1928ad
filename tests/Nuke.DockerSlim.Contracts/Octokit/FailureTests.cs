using System.Net;
using System.Net.Sockets;
using System.Runtime.Serialization;
using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class FailureTests
{
    [Theory]
    [InlineData(401, "Bad credentials", typeof(AuthorizationException))]
    [InlineData(403, "Resource not accessible by integration", typeof(ForbiddenException))]
    [InlineData(403, "API rate limit exceeded for 1.2.3.4.", typeof(RateLimitExceededException))]
    [InlineData(403, "You have exceeded a secondary rate limit. Please wait.", typeof(SecondaryRateLimitExceededException))]
    [InlineData(403, "You have triggered an abuse detection mechanism.", typeof(AbuseException))]
    [InlineData(403, "Maximum number of login attempts exceeded", typeof(LoginAttemptsExceededException))]
    [InlineData(404, "Not Found", typeof(NotFoundException))]
    [InlineData(409, "Conflict", typeof(ApiException))]
    [InlineData(410, "Gone", typeof(ApiException))]
    [InlineData(422, "Validation Failed", typeof(ApiValidationException))]
    [InlineData(429, "API rate limit exceeded", typeof(ApiException))]
    [InlineData(451, "Repository access blocked", typeof(LegalRestrictionException))]
    [InlineData(500, "Server Error", typeof(ApiException))]
    [InlineData(503, "Unavailable", typeof(ApiException))]
    public async Task An_error_answer_has_its_type_and_its_text(int status, string message, Type expected)
    {
        await using var server = new FakeGitHub(FakeAnswer.Message(status, message));

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client.Issue.Comment.Create("o", "r", 3, "x"));

        Assert.IsType(expected, failure);
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(message, failure.Message);
        Assert.Equal(message, failure.ApiError.Message);
        Assert.Equal($$"""{"message":"{{message}}"}""", failure.HttpResponse.Body);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(typeof(RateLimitExceededException), typeof(ForbiddenException))]
    [InlineData(typeof(SecondaryRateLimitExceededException), typeof(ForbiddenException))]
    [InlineData(typeof(AbuseException), typeof(ForbiddenException))]
    [InlineData(typeof(LoginAttemptsExceededException), typeof(ForbiddenException))]
    [InlineData(typeof(TwoFactorRequiredException), typeof(AuthorizationException))]
    [InlineData(typeof(ForbiddenException), typeof(ApiException))]
    [InlineData(typeof(AuthorizationException), typeof(ApiException))]
    [InlineData(typeof(NotFoundException), typeof(ApiException))]
    [InlineData(typeof(ApiValidationException), typeof(ApiException))]
    [InlineData(typeof(LegalRestrictionException), typeof(ApiException))]
    public void Types_of_errors_build_on_each_other(Type type, Type ancestor) => Assert.True(type.IsSubclassOf(ancestor));

    [Fact]
    public async Task The_address_of_the_documentation_can_tell_abuse()
    {
        const string body = """{"message":"Forbidden","documentation_url":"https://docs/abuse-rate-limits"}""";
        await using var server = new FakeGitHub(new FakeAnswer(body, 403));

        var failure = await Assert.ThrowsAsync<AbuseException>(() => server.Client.User.Current());

        Assert.Equal("https://docs/abuse-rate-limits", failure.ApiError.DocumentationUrl);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_by_header()
    {
        await using var server = new FakeGitHub(
            FakeAnswer.Message(401, "otp") with
            {
                Headers = new Dictionary<string, string> { ["X-GitHub-OTP"] = "required; app" },
            }
        );

        var failure = await Assert.ThrowsAsync<TwoFactorRequiredException>(() => server.Client.User.Current());

        Assert.Equal(TwoFactorType.AuthenticatorApp, failure.TwoFactorType);
    }

    [Fact]
    public async Task A_validation_error_names_resource_field_and_code()
    {
        const string body = """
            {"message":"Validation Failed","errors":[{"resource":"IssueComment","code":"custom","field":"body","message":"body is too long"}]}
            """;
        await using var server = new FakeGitHub(new FakeAnswer(body, 422));

        var failure = await Assert.ThrowsAsync<ApiValidationException>(() => server.Client.Issue.Comment.Create("o", "r", 3, "x"));

        var detail = Assert.Single(failure.ApiError.Errors);
        Assert.Equal(("IssueComment", "custom", "body", "body is too long"), (detail.Resource, detail.Code, detail.Field, detail.Message));
    }

    [Theory]
    [InlineData(422, """{"message":"Validation Failed","errors":["plain"]}""", """{"message":"Validation Failed","errors":["plain"]}""")]
    [InlineData(502, "<html>bad gateway</html>", "<html>bad gateway</html>")]
    [InlineData(500, "", "An error occurred with this API request")]
    [InlineData(403, "{}", "Request Forbidden")]
    [InlineData(422, """{"x":1}""", "Validation Failed")]
    public async Task An_answer_in_no_known_form_still_has_a_message(int status, string body, string expected)
    {
        await using var server = new FakeGitHub(new FakeAnswer(body, status));

        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => server.Client.User.Current());

        Assert.Equal(expected, failure.Message);
    }

    [Fact]
    public async Task A_list_that_is_missing_says_which()
    {
        await using var server = new FakeGitHub(FakeAnswer.Message(404, "Not Found"));

        var failure = await Assert.ThrowsAsync<NotFoundException>(() => server.Client.Issue.Comment.GetAllForIssue("o", "r", 3));

        Assert.Equal("repos/o/r/issues/3/comments was not found.", failure.Message);
        Assert.Equal(HttpStatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_no_ApiException()
    {
        await using var server = new FakeGitHub(new FakeAnswer("{}"));
        var client = new GitHubClient(new ProductHeaderValue("contracts"), server.Root);
        await server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.User.Current());

        Assert.IsType<SocketException>(failure.InnerException);
    }

    [Fact]
    public async Task A_server_that_is_silent_runs_into_the_timeout()
    {
        // It accepts, and that is all.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var client = new GitHubClient(new ProductHeaderValue("contracts"), new Uri($"http://{silent.LocalEndpoint}/"));
        client.SetRequestTimeout(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.User.Current());
    }

    [Fact]
    public async Task An_answer_that_only_claims_to_be_JSON_is_an_error()
    {
        await using var server = new FakeGitHub(new FakeAnswer("not json"));

        await Assert.ThrowsAsync<SerializationException>(() => server.Client.User.Current());
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(202, "")]
    [InlineData(304, "")]
    [InlineData(200, "[]")]
    public async Task An_answer_without_the_object_is_null(int status, string body)
    {
        await using var server = new FakeGitHub(new FakeAnswer(body, status));

        Assert.Null(await server.Client.User.Current());
    }
}
