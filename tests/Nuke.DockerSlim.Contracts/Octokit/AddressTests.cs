using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

public sealed class AddressTests
{
    private static readonly ProductHeaderValue s_product = new("contracts");

    [Theory]
    [InlineData("https://github.com/some/page", "https://api.github.com/")]
    [InlineData("https://api.github.com", "https://api.github.com/")]
    [InlineData("https://ghe.example.org", "https://ghe.example.org/api/v3/")]
    [InlineData("http://ghe.example.org:8080/some/page", "http://ghe.example.org:8080/api/v3/")]
    public void A_client_knows_where_a_server_has_its_API(string address, string expected) =>
        Assert.Equal(new Uri(expected), new GitHubClient(s_product, new Uri(address)).BaseAddress);

    [Fact]
    public void Without_an_address_it_is_the_public_one()
    {
        Assert.Equal(GitHubClient.GitHubApiUrl, new GitHubClient(s_product).BaseAddress);
        Assert.Equal(GitHubClient.GitHubApiUrl, new Connection(s_product).BaseAddress);
    }

    [Fact]
    public async Task A_connection_takes_its_address_as_given()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}"""));
        var client = new GitHubClient(new Connection(s_product, new Uri(server.Root, "base/")));

        await client.User.Current();

        Assert.Equal("GET /base/user", server.Line);
    }

    [Fact]
    public void An_address_must_be_whole() =>
        Assert.Throws<ArgumentException>(() => new Connection(s_product, new Uri("relative", UriKind.Relative)));

    [Fact]
    public async Task Names_are_escaped_in_the_address_and_must_not_be_blank()
    {
        await using var server = new FakeGitHub(new FakeAnswer("""{"id":1}"""));

        await server.Client.Repository.Get("o", "r y");

        Assert.Equal("GET /api/v3/repos/o/r%20y", server.Line);
        await Assert.ThrowsAsync<ArgumentException>(() => server.Client.Repository.Get(" ", "r"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => server.Client.Repository.Get("o", null!));
    }
}
