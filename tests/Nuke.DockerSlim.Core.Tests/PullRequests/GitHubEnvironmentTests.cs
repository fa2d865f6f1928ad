using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.PullRequests;

namespace Nuke.DockerSlim.Tests.PullRequests;

public sealed class GitHubEnvironmentTests
{
    [Theory]
    [InlineData(null, "https://api.github.com/")]
    [InlineData("", "https://api.github.com/")]
    [InlineData("https://api.github.com", "https://api.github.com/")]
    [InlineData("https://ghe.example.com/api/v3", "https://ghe.example.com/api/v3/")]
    [InlineData("https://ghe.example.com/api/v3/", "https://ghe.example.com/api/v3/")]
    [InlineData("https://api.acme.ghe.com", "https://api.acme.ghe.com/")]
    [InlineData("http://127.0.0.1:8080/api/v3", "http://127.0.0.1:8080/api/v3/")]
    public void The_address_is_the_one_that_is_given(string? given, string expected) =>
        Assert.Equal(new Uri(expected), Read(("GITHUB_API_URL", given)).ApiAddress);

    [Theory]
    [InlineData("ftp://ghe.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ghe.example.com")]
    [InlineData("https://user:word@ghe.example.com")]
    [InlineData("https://ghe.example.com/?x=")]
    public void An_address_that_is_none_is_refused(string given) =>
        Assert.Contains("GITHUB_API_URL", Assert.Throws<InputException>(() => Read(("GITHUB_API_URL", given))).Message);

    [Theory]
    [InlineData("acme/shop", true)]
    [InlineData("Acme-Corp/the_shop.net", true)]
    [InlineData("acme", false)]
    [InlineData("acme/shop/pulls", false)]
    [InlineData("acme/..", false)]
    [InlineData("../shop", false)]
    [InlineData("acme/sh op", false)]
    [InlineData("acme/shop?x", false)]
    [InlineData("acme/shop\n", false)]
    [InlineData(null, false)]
    public void A_repository_is_what_can_stand_in_an_address(string? text, bool isOne) =>
        Assert.Equal(isOne, GitHubRepository.TryParse(text, out _));

    [Fact]
    public void Repositories_are_the_same_whatever_the_case()
    {
        Assert.True(GitHubRepository.TryParse("Acme/Shop", out var one));
        Assert.True(GitHubRepository.TryParse("acme/shop", out var other));
        Assert.Equal(one, other);
    }

    [Fact]
    public void Without_a_repository_nothing_can_be_asked() =>
        Assert.Contains("GITHUB_REPOSITORY", Assert.Throws<InputException>(() => Read(("GITHUB_REPOSITORY", null))).Message);

    [Theory]
    [InlineData(" ghs_abc\n", "ghs_abc")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_token_is_taken_without_the_space_around_it(string? given, string? expected) =>
        Assert.Equal(expected, Read(("GITHUB_TOKEN", given)).Token);

    [Theory]
    [InlineData("ghs_a\nX-Evil: 1")]
    [InlineData("ghs_a b")]
    [InlineData("ghs_ä")]
    public void A_token_that_is_none_is_refused_and_not_shown(string given)
    {
        var failure = Assert.Throws<InputException>(() => Read(("GITHUB_TOKEN", given)));

        Assert.DoesNotContain("ghs_", failure.ToString());
    }

    private static GitHubEnvironment Read(params (string Name, string? Value)[] variables) =>
        GitHubEnvironment.Read(x =>
            variables.Any(y => y.Name == x) ? variables.First(y => y.Name == x).Value
            : x == "GITHUB_REPOSITORY" ? "acme/shop"
            : null
        );
}
