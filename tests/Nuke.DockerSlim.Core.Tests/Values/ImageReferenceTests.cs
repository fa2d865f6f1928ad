using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Values;

public sealed class ImageReferenceTests
{
    private static readonly string Digest = "sha256:" + new string('1', 64);

    [Theory]
    [InlineData("shop", null, "shop", null)]
    [InlineData("acme/shop", null, "acme/shop", null)]
    [InlineData("ghcr.io/acme/shop", "ghcr.io", "acme/shop", null)]
    [InlineData("ghcr.io/acme/shop:1.4.2", "ghcr.io", "acme/shop", "1.4.2")]
    [InlineData("127.0.0.1:5000/shop:ci", "127.0.0.1:5000", "shop", "ci")]
    [InlineData("registry:5000/a/b/c", "registry:5000", "a/b/c", null)]
    [InlineData("localhost/shop", "localhost", "shop", null)]
    [InlineData("[::1]:5000/shop", "[::1]:5000", "shop", null)]
    [InlineData("Registry.Example.com/shop", "Registry.Example.com", "shop", null)]
    [InlineData("a__b/c-d/e---f.g", null, "a__b/c-d/e---f.g", null)]
    [InlineData("shop:_UPPER.and-lower", null, "shop", "_UPPER.and-lower")]
    public void Has_a_registry_a_path_and_a_tag(string text, string? registry, string path, string? tag)
    {
        var reference = ImageReference.Parse(text);
        Assert.Equal((registry, path, tag), (reference.Registry, reference.Path, reference.Tag));
        Assert.Null(reference.Digest);
        Assert.Equal(text, reference.ToString());
    }

    [Fact]
    public void May_have_a_digest_with_or_without_a_tag()
    {
        var reference = ImageReference.Parse($"localhost:5000/acme/shop:1@{Digest}");
        Assert.Equal(("localhost:5000", "acme/shop", "1"), (reference.Registry, reference.Path, reference.Tag));
        Assert.Equal(Digest, reference.Digest?.Value);
        Assert.Equal($"localhost:5000/acme/shop:1@{Digest}", reference.ToString());
        Assert.Null(ImageReference.Parse($"shop@{Digest}").Tag);
    }

    [Theory]
    [InlineData("localhost:5000/", 255, true)]
    [InlineData("localhost:5000/", 256, false)]
    [InlineData("acme/", 250, true)]
    [InlineData("acme/", 251, false)]
    [InlineData("docker.io/", 247, true)]
    [InlineData("docker.io/", 248, false)]
    [InlineData("", 247, true)]
    [InlineData("", 248, false)]
    public void Has_a_path_of_255_characters_at_most_with_Docker_Hubs_own_folder(string before, int length, bool fits)
    {
        var text = before + new string('a', length);
        Assert.Equal(fits, ImageReference.TryParse(text + ":1", out _, out var problem));
        Assert.Equal(fits ? "" : "its path has 256 characters; registries take 255 at most.", problem.Split("not a repository: ")[^1]);
    }

    [Theory]
    [InlineData("", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("Acme/Shop", "a repository is written in lower case, such as 'acme/shop'.")]
    [InlineData("acme//shop", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("acme/shop/", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("/shop", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("a___b", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("-shop", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("our shop", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("größe", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("shop\n", "write a repository such as ghcr.io/acme/shop.")]
    [InlineData("https://ghcr.io/shop", "'https:' is not a registry's host.")]
    [InlineData("ghcr.io:port/shop", "'ghcr.io:port' is not a registry's host.")]
    [InlineData("-ghcr.io/shop", "'-ghcr.io' is not a registry's host.")]
    [InlineData("shop@sha256:12", "'sha256:12' is not a digest.")]
    [InlineData("shop@", "'' is not a digest.")]
    [InlineData("shop:", "'' is not a tag; a tag is up to 128 letters, digits, '_', '.' and '-', and starts with none of the last two.")]
    [InlineData(
        "shop:-1",
        "'-1' is not a tag; a tag is up to 128 letters, digits, '_', '.' and '-', and starts with none of the last two."
    )]
    public void Says_which_part_is_wrong(string text, string problem) =>
        Assert.Equal(
            $"'{text}' is not an image reference: {problem}",
            Assert.Throws<InputException>(() => ImageReference.Parse(text)).Message
        );

    [Theory]
    [InlineData("latest", true)]
    [InlineData("1.4.2-rc_1", true)]
    [InlineData(".hidden", false)]
    [InlineData("-x", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("1+2", false)]
    [InlineData("", false)]
    [InlineData("ok\n", false)]
    public void Knows_a_tag(string text, bool isTag) => Assert.Equal(isTag, ImageReference.IsTag(text));

    [Fact]
    public void A_tag_has_at_most_128_characters()
    {
        Assert.True(ImageReference.IsTag(new string('x', 128)));
        Assert.False(ImageReference.IsTag(new string('x', 129)));
    }

    [Fact]
    public void Another_tag_takes_the_place_of_tag_and_digest()
    {
        Assert.Equal("ghcr.io/acme/shop:2", ImageReference.Parse($"ghcr.io/acme/shop:1@{Digest}").WithTag("2").ToString());
        Assert.Throws<InputException>(() => ImageReference.Parse("shop").WithTag("a b"));
    }

    [Fact]
    public void Is_called_by_the_last_part_of_its_path()
    {
        Assert.Equal("shop", ImageReference.Parse("ghcr.io/acme/shop:1").Name);
        Assert.Equal("shop", ImageReference.Parse("shop").Name);
        Assert.Equal("ghcr.io/acme/shop", ImageReference.Parse("ghcr.io/acme/shop:1").Repository);
    }

    [Fact]
    public void The_default_value_has_empty_texts() =>
        Assert.Equal(("", "", ""), (default(ImageReference).Path, default(ImageReference).Name, default(ImageReference).ToString()));
}
