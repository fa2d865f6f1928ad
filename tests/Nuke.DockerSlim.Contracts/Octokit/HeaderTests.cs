using Octokit;
using Octokit.Internal;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class HeaderTests
{
    public static TheoryData<Credentials, string?> Authorizations =>
        new()
        {
            { Credentials.Anonymous, null },
            { new Credentials("secret"), "Token secret" },
            { new Credentials("secret", AuthenticationType.Bearer), "Bearer secret" },
            { new Credentials("me", "pw"), "Basic bWU6cHc=" },
        };

    [Theory]
    [MemberData(nameof(Authorizations))]
    public async Task Credentials_become_the_authorization(Credentials credentials, string? expected)
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}"""));
        server.Client.Credentials = credentials;

        await server.Client.User.Current();

        Assert.Equal(expected, server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public void Credentials_are_checked_and_typed()
    {
        var client = new GitHubClient(new ProductHeaderValue("contracts"));

        Assert.Same(Credentials.Anonymous, client.Credentials);
        Assert.Throws<ArgumentNullException>(() => client.Credentials = null!);
        Assert.Throws<ArgumentException>(() => new Credentials(""));
        Assert.Throws<ArgumentNullException>(() => new Credentials(null!));
        Assert.Equal(AuthenticationType.Oauth, new Credentials("t").AuthenticationType);
        Assert.Equal(AuthenticationType.Basic, new Credentials("l", "p").AuthenticationType);
        Assert.Equal("t", new Credentials("t").Password);
    }

    [Fact]
    public async Task A_store_is_asked_at_each_request()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}"""));
        var client = new GitHubClient(
            new ProductHeaderValue("contracts"),
            new InMemoryCredentialStore(new Credentials("stored")),
            server.Root
        );

        await client.User.Current();

        Assert.Equal("Token stored", server.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_request_names_its_caller_and_the_API_version()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}"""));

        await server.Client.User.Current();

        var headers = server.Requests[0].Headers;
        Assert.StartsWith("contracts/1.0 (", headers["User-Agent"]);
        Assert.Contains("Octokit.net 14.", headers["User-Agent"]);
        Assert.Equal("application/vnd.github.v3+json", headers["Accept"]);
    }

    [Fact]
    public async Task A_body_is_JSON_whatever_its_header_says()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}""", 201));

        await server.Client.Issue.Comment.Create("o", "r", 3, "é 😀 \"x\" <b>\n");

        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", server.Requests[0].Headers["Content-Type"]);
        Assert.Equal("é 😀 \"x\" <b>\n", (string?)System.Text.Json.Nodes.JsonNode.Parse(server.Requests[0].Body)!["body"]);
    }

    [Fact]
    public void A_product_is_a_token_with_a_version()
    {
        Assert.Equal("a/1", new ProductHeaderValue("a", "1").ToString());
        Assert.Equal("1", ProductHeaderValue.Parse("a/1").Version);
        Assert.False(ProductHeaderValue.TryParse("a b", out _));
        Assert.Throws<FormatException>(() => new ProductHeaderValue("a b"));
    }
}
