using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>Archives and registries that are damaged, or hold something else.</summary>
public sealed class BadArchiveTests : SourceTest
{
    [Theory]
    [InlineData("", "x.tar is empty; make it anew.")]
    [InlineData("no tar", "x.tar is no tar, or is cut off or damaged; make it anew.")]
    public async Task What_is_no_tar_is_said(string content, string message)
    {
        File.WriteAllText(At("x.tar"), content);
        Assert.Equal(message, await FailAsync("oci-archive:" + At("x.tar")));
    }

    [Fact]
    public async Task A_tar_of_something_else_is_said()
    {
        Write("x.tar", new MemoryStream(App));
        Assert.Equal(
            "x.tar is no image archive: it has neither index.json nor manifest.json; name a file that docker save or docker buildx build --output type=oci wrote.",
            await FailAsync("docker-archive:" + At("x.tar"))
        );
    }

    [Fact]
    public async Task A_packed_archive_is_said_with_what_unpacks_it()
    {
        File.WriteAllBytes(At("x.tar.gz"), OciTar.GZip(App));
        Assert.Equal(
            "x.tar.gz is packed with gzip, so its layers cannot be read in place; unpack it first, such as with gunzip -k.",
            await FailAsync("docker-archive:" + At("x.tar.gz"))
        );
    }

    [Fact]
    public async Task An_archive_cut_off_anywhere_is_said()
    {
        Tar.Image("linux/amd64", OciTar.GZip(Base), App);
        var whole = Tar.ToStream().ToArray();
        for (var length = 1; length < whole.Length - 4_096; length += 1_021)
        {
            File.WriteAllBytes(At("cut.tar"), whole[..length]);
            var e = await Record.ExceptionAsync(() => MeasureAsync("oci-archive:" + At("cut.tar")));
            Assert.True(e is InputException, $"cut at {length}: {e}");
        }
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("../b/layer.tar")]
    [InlineData("/etc/passwd")]
    public async Task A_link_that_leads_out_of_the_archive_or_round_in_it_leads_nowhere(string target)
    {
        var archive = new DockerTar()
            .Link("a/layer.tar", target)
            .Link("b/layer.tar", "../a/layer.tar")
            .Image("shop:1", [OciTar.DigestOf(App)], "a/layer.tar");
        Write("old.tar", archive.ToStream());
        Assert.Equal("old.tar lacks the layer a/layer.tar; make it anew.", await FailAsync("docker-archive:" + At("old.tar")));
    }

    [Fact]
    public async Task An_old_archive_that_contradicts_itself_is_said()
    {
        Write("counts.tar", new DockerTar().File("a/layer.tar", App).Image("shop:1", [], "a/layer.tar").ToStream());
        Assert.StartsWith(
            "counts.tar names 1 layers in its manifest.json and 0 in the config ",
            await FailAsync("docker-archive:" + At("counts.tar"))
        );
        Write("wrong.tar", new DockerTar().File("a/layer.tar", App).Image("shop:1", [OciTar.DigestOf(Base)], "a/layer.tar").ToStream());
        Assert.StartsWith(
            $"wrong.tar holds the layer {OciTar.DigestOf(Base)} cut off or damaged",
            await FailAsync("docker-archive:" + At("wrong.tar"))
        );
        Write("packed.tar", new DockerTar().File("a.tgz", OciTar.GZip(App)).Image("shop:1", [OciTar.DigestOf(Base)], "a.tgz").ToStream());
        Assert.StartsWith(
            $"packed.tar holds a layer 1 with the diff id {OciTar.DigestOf(App)}, where the config names {OciTar.DigestOf(Base)}",
            await FailAsync("docker-archive:" + At("packed.tar"))
        );
        Write("list.tar", new DockerTar().File("manifest.json", "{}"u8.ToArray()).ToStream());
        Assert.StartsWith("list.tar holds no image manifest", await FailAsync("docker-archive:" + At("list.tar")));
    }

    [Fact]
    public async Task A_registry_that_has_no_such_image_is_said_with_its_name() =>
        Assert.Equal(
            "The registry ghcr.io has no ghcr.io/acme/shop:1; correct the name and the tag, or log in with docker login ghcr.io if the repository is private.",
            await FailAsync("docker://ghcr.io/acme/shop:1")
        );

    [Fact]
    public async Task A_registry_that_gives_something_else_for_a_digest_is_said()
    {
        var manifest = Tar.Find(Tar.Image("linux/amd64", App))!;
        Registry.Manifests[Samples.Digest('d').Value] = manifest;
        Assert.StartsWith(
            $"ghcr.io/acme/shop@{Samples.Digest('d')} in the registry ghcr.io holds other content than {Samples.Digest('d')} under that digest",
            await FailAsync($"docker://ghcr.io/acme/shop@{Samples.Digest('d')}")
        );
    }

    [Fact]
    public async Task A_registry_that_lacks_a_layer_or_gives_another_is_said()
    {
        Registry.Manifests["1"] = Tar.Find(Tar.Image("linux/amd64", App))!;
        Registry.Blob = x => x == OciTar.DigestOf(App) ? null : Tar.Find(x);
        Assert.StartsWith(
            "ghcr.io/acme/shop:1 in the registry ghcr.io lacks " + OciTar.DigestOf(App),
            await FailAsync("docker://ghcr.io/acme/shop:1")
        );
        Registry.Blob = x => x == OciTar.DigestOf(App) ? Base : Tar.Find(x);
        Assert.Contains("cut off or damaged", await FailAsync("docker://ghcr.io/acme/shop:1"));
        Assert.Null(Cache.Find(OciTar.DigestOf(App)));
    }

    [Fact]
    public async Task A_registry_that_goes_on_behind_a_layers_end_is_not_listened_to()
    {
        var packed = OciTar.GZip(App);
        Registry.Manifests["1"] = Tar.Find(Tar.Image("linux/amd64", packed))!;
        Registry.Blob = x => x == OciTar.DigestOf(packed) ? [.. packed, .. new byte[100_000]] : Tar.Find(x);
        Assert.Equal(App.Length, (await MeasureAsync("docker://ghcr.io/acme/shop:1")).Unpacked.Bytes);
    }

    [Fact]
    public async Task Of_several_platforms_in_a_registry_one_has_to_be_named()
    {
        Tar.NestedIndex(Tar.Manifest("linux/amd64", App), Tar.Manifest("linux/arm64", Base));
        Registry.Manifests["1"] = Tar.Find(Tar.LastIndexed)!;
        Registry.Blob = Tar.Find;
        Assert.Contains(
            "holds several platforms (linux/amd64, linux/arm64); name one with --platforms.",
            await FailAsync("docker://acme/shop:1")
        );
        Assert.Equal(new ByteSize(Base.Length), (await MeasureAsync("docker://acme/shop:1", "linux/arm64")).Unpacked);
    }
}
