using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class PlatformTests
{
    [Theory]
    [InlineData("linux/amd64")]
    [InlineData("linux/arm64")]
    [InlineData("linux/arm/v7")]
    [InlineData("linux/amd64/v2")]
    [InlineData("windows/amd64")]
    [InlineData("linux/s390x")]
    public void Is_an_operating_system_an_architecture_and_perhaps_a_variant(string text) =>
        Assert.Equal(text, new Platform(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("linux")]
    [InlineData("linux/")]
    [InlineData("/amd64")]
    [InlineData("Linux/AMD64")]
    [InlineData("linux/arm/7")]
    [InlineData("linux/arm/v7/x")]
    [InlineData("linux/amd64,linux/arm64")]
    [InlineData("linux/amd64\n")]
    public void Refuses_anything_else(string text) =>
        Assert.Equal(
            $"'{text}' is not a platform; write one such as linux/amd64 or linux/arm64.",
            Assert.Throws<InputException>(() => new Platform(text)).Message
        );

    [Fact]
    public void The_default_value_has_an_empty_text() => Assert.Equal("", default(Platform).Value);
}
