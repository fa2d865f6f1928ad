using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class ImageSourceTests
{
    [Theory]
    [InlineData("docker-daemon:shop:1", ImageTransport.DockerDaemon, "shop:1", "shop")]
    [InlineData("docker://ghcr.io/acme/shop:1.4", ImageTransport.Registry, "ghcr.io/acme/shop:1.4", "ghcr.io/acme/shop")]
    [InlineData("docker://127.0.0.1:5000/shop", ImageTransport.Registry, "127.0.0.1:5000/shop", "127.0.0.1:5000/shop")]
    [InlineData("oci:out/shop", ImageTransport.OciFolder, "out/shop", "shop")]
    [InlineData("oci:out/shop/:1.4", ImageTransport.OciFolder, "out/shop/:1.4", "shop")]
    [InlineData("oci-archive:/x/My Shop.tar", ImageTransport.OciArchive, "/x/My Shop.tar", "My Shop")]
    [InlineData("docker-archive:shop.tar:acme/shop:1", ImageTransport.DockerArchive, "shop.tar:acme/shop:1", "shop")]
    public void The_notation_is_skopeos(string text, ImageTransport transport, string location, string name)
    {
        var source = ImageSource.Parse(text);
        Assert.Equal((transport, location, text), (source.Transport, source.Location, source.ToString()));
        Assert.Equal(name, source.SuggestedName);
    }

    [Fact]
    public void An_image_of_the_engine_may_go_by_its_id()
    {
        var source = ImageSource.Parse($"docker-daemon:{Samples.Digest('a')}");
        Assert.Equal("aaaaaaaaaaaa", source.SuggestedName);
    }

    [Theory]
    [InlineData("shop.tar", "'shop.tar' does not say where the image lies; write docker-daemon:NAME (the engine)")]
    [InlineData("oci:", "'oci:' names no folder")]
    [InlineData("docker-archive:", "'docker-archive:' names no file")]
    [InlineData("docker://Shop", "'Shop' is not an image reference")]
    [InlineData("docker-daemon:", "'' is not an image reference")]
    public void What_is_none_is_said(string text, string start) =>
        Assert.StartsWith(start, Assert.Throws<InputException>(() => ImageSource.Parse(text)).Message);

    [Fact]
    public void Paths_are_resolved_and_references_are_not()
    {
        Assert.Equal("oci:/root/out", ImageSource.Parse("oci:out").Resolve("/root").ToString());
        Assert.Equal("docker://acme/shop", ImageSource.Parse("docker://acme/shop").Resolve("/root").ToString());
    }
}
