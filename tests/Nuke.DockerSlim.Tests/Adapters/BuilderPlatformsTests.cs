using Nuke.DockerSlim.Adapters;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class BuilderPlatformsTests
{
    [Fact]
    public void Those_of_every_machine_are_read_each_machines_own_first() =>
        Assert.Equal(
            ["linux/amd64", "linux/amd64/v2", "linux/386", "linux/arm64"],
            BuilderPlatforms.Read(
                """
                Name:          two
                Driver:        docker-container

                Nodes:
                Name:             two0
                Platforms:        linux/amd64*, linux/amd64/v2, linux/386
                Labels:
                Name:             two1
                Platforms:        linux/arm64, linux/amd64
                """
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("Name: one\nStatus: inactive\nPlatforms:\nLabels: none\n")]
    public void A_builder_that_names_none_has_none(string text) => Assert.Empty(BuilderPlatforms.Read(text));
}
