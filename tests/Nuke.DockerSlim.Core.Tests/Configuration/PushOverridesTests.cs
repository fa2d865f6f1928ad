using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class PushOverridesTests
{
    private static readonly ImageDefinition Shop = new("ghcr.io/acme/shop")
    {
        Push = new() { AlsoTo = ["docker.io/acme/shop"], ImmutableTags = ["v*"] },
    };

    [Fact]
    public void What_is_declared_stays_and_what_is_given_is_added()
    {
        var push = DefinitionOverrides
            .Apply([Shop], new() { AlsoPushTo = ["quay.io/acme/shop", "docker.io/acme/shop"], ImmutableTags = ["*.*.*"] })[0]
            .Push;

        Assert.Equal(["docker.io/acme/shop", "quay.io/acme/shop"], push.AlsoTo);
        Assert.Equal(["v*", "*.*.*"], push.ImmutableTags);
        Assert.False(push.KeepCandidates);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Candidates_are_kept_as_is_said(bool isKept)
    {
        var declared = Shop with { Push = new() { KeepCandidates = !isKept } };

        Assert.Equal(isKept, DefinitionOverrides.Apply([declared], new() { KeepCandidates = isKept })[0].Push.KeepCandidates);
    }

    [Theory]
    [InlineData("docker.io/acme/shop:1", "The repository 'docker.io/acme/shop:1' has a tag or a digest; write 'docker.io/acme/shop'")]
    [InlineData("Docker.io/Acme", "'Docker.io/Acme' is not an image reference")]
    [InlineData("ghcr.io/acme/shop", "The image is pushed to 'ghcr.io/acme/shop' twice; name each repository once.")]
    public void What_is_no_other_repository_is_said(string repository, string start) =>
        Assert.Contains(
            DefinitionChecks.Problems([Shop with { Push = new() { AlsoTo = [repository] } }]),
            x => x.StartsWith(start, StringComparison.Ordinal)
        );
}
