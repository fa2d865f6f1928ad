using Nuke.DockerSlim.Attesting;
using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Tests.Attesting;

public sealed class ImageAnnotationsTests
{
    private static readonly SourceFacts Known = new()
    {
        Address = "https://github.com/acme/shop",
        Commit = "88c3033",
        CommitTime = new DateTimeOffset(2026, 11, 21, 1, 2, 3, TimeSpan.FromHours(2)),
        Tags = ["v1.4.2", "nightly", "v1.4.10"],
    };

    [Fact]
    public void Sources_give_four_and_none_depends_on_when_it_is_asked_for() =>
        Assert.Equal(
            [
                "org.opencontainers.image.source=https://github.com/acme/shop",
                "org.opencontainers.image.revision=88c3033",
                "org.opencontainers.image.version=1.4.10",
                "org.opencontainers.image.created=2026-11-20T23:02:03Z",
            ],
            ImageAnnotations.Of(Known, epoch: null)
        );

    [Fact]
    public void Changed_files_are_of_no_version_and_the_revision_says_so() =>
        Assert.Equal(
            ["org.opencontainers.image.revision=88c3033-dirty"],
            ImageAnnotations.Of(Known with { IsChanged = true, Address = null, CommitTime = null }, epoch: null)
        );

    [Fact]
    public void The_time_that_files_were_given_goes_over_the_commits() =>
        Assert.Contains("org.opencontainers.image.created=1970-01-01T00:00:00Z", ImageAnnotations.Of(Known, DateTimeOffset.UnixEpoch));

    [Fact]
    public void Nothing_is_known_of_nothing() => Assert.Empty(ImageAnnotations.Of(new SourceFacts(), epoch: null));

    [Fact]
    public void They_are_sorted_and_the_later_of_one_name_counts() =>
        Assert.Equal([KeyValuePair.Create("a", "x=y"), KeyValuePair.Create("b", "2")], ImageAnnotations.ByName(["b=1", "a=x=y", "b=2"]));

    [Theory]
    [InlineData("https://github.com/Acme/shop.git", "https://github.com/Acme/shop")]
    [InlineData("https://user:token@host.example:8443/a/b", "https://host.example:8443/a/b")]
    [InlineData("http://host/a/", "http://host/a")]
    [InlineData("git@github.com:acme/shop.git", "https://github.com/acme/shop")]
    [InlineData("ssh://git@host:2222/acme/shop", "https://host/acme/shop")]
    [InlineData("git://host/acme", "https://host/acme")]
    [InlineData("https://host/", null)]
    [InlineData("/srv/git/shop.git", null)]
    [InlineData("../shop", null)]
    [InlineData("file:///srv/shop", null)]
    [InlineData(@"C:\git\shop", null)]
    [InlineData("a/b:c", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Where_sources_are_is_told_without_credentials(string? remote, string? address) =>
        Assert.Equal(address, SourceAddress.Of(remote));
}
