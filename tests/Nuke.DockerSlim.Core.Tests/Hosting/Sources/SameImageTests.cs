using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Tests.Hosting.Sources;

/// <summary>The same image weighs the same wherever it lies.</summary>
public sealed class SameImageTests : SourceTest
{
    [Fact]
    public async Task A_layout_weighs_the_same_in_the_engine_in_a_folder_in_a_tar_and_in_a_registry()
    {
        var manifest = Tar.Image("linux/amd64", OciTar.GZip(Base), OciTar.GZip(App));
        Ports.Saved = Tar.ToStream;
        Tar.WriteTo(At("layout"));
        Write("image.tar", Tar.ToStream());
        Registry.Manifests["1"] = Tar.Find(manifest)!;
        Registry.Blob = Tar.Find;

        MeasuredImage[] images =
        [
            await MeasureAsync("docker-daemon:shop:1"),
            await MeasureAsync("oci:" + At("layout")),
            await MeasureAsync("oci-archive:" + At("image.tar")),
            await MeasureAsync("docker-archive:" + At("image.tar")),
            await MeasureAsync("docker://ghcr.io/acme/shop:1"),
        ];

        Assert.All(images, x => Assert.Equal([Base.Length, App.Length], x.Layers.Select(y => (int)y.Unpacked.Bytes)));
        Assert.All(images, x => Assert.Equal(images[0].Download, x.Download));
        Assert.All(images, x => Assert.Equal(manifest, x.ManifestDigest?.Value));
        Assert.All(images, x => Assert.True(x.DownloadIsExact));
    }

    [Fact]
    public async Task Each_place_weighs_it_by_itself_not_by_what_another_found()
    {
        Tar.Image("linux/amd64", OciTar.GZip(Base), App);
        Tar.WriteTo(At("layout"));
        Write("image.tar", Tar.ToStream());
        var folder = await MeasureAsync("oci:" + At("layout"));
        var tar = await new Nuke.DockerSlim.Hosting.ImageSources(
            Ports,
            Registry,
            Nuke.DockerSlim.Hosting.LayerCache.InMemory()
        ).MeasureAsync(Nuke.DockerSlim.Values.ImageSource.Parse("oci-archive:" + At("image.tar")), null, default);
        Assert.Equal(folder.Layers, tar.Layers);
        Assert.False(tar.DownloadIsExact);
        Assert.Null(tar.ManifestDigest);
    }

    [Fact]
    public async Task An_archive_of_before_weighs_what_its_layers_do()
    {
        var archive = new DockerTar()
            .File("a1/layer.tar", Base)
            .File("b2/layer.tar", App)
            .Link("c3/layer.tar", "../a1/layer.tar")
            .Image(
                "acme/shop:1",
                [OciTar.DigestOf(Base), OciTar.DigestOf(App), OciTar.DigestOf(Base)],
                "a1/layer.tar",
                "b2/layer.tar",
                "c3/layer.tar"
            );
        Write("old.tar", archive.ToStream());

        var image = await MeasureAsync("docker-archive:" + At("old.tar"));

        Assert.Equal([Base.Length, App.Length, Base.Length], image.Layers.Select(x => (int)x.Unpacked.Bytes));
        Assert.Equal((null, false), (image.ManifestDigest, image.DownloadIsExact));
        Assert.Equal(image.Config.Bytes + image.Layers[0].Download.Bytes + image.Layers[1].Download.Bytes, image.Download.Bytes);
    }

    [Fact]
    public async Task An_archive_of_compressed_layers_is_exact()
    {
        var archive = new DockerTar().File("base.tar.gz", OciTar.GZip(Base)).Image("shop:1", [OciTar.DigestOf(Base)], "base.tar.gz");
        Write("jib.tar", archive.ToStream());

        var image = await MeasureAsync("docker-archive:" + At("jib.tar"));

        var layer = Assert.Single(image.Layers);
        Assert.Equal((OciTar.DigestOf(Base), OciTar.DigestOf(OciTar.GZip(Base))), (layer.DiffId.Value, layer.Digest?.Value));
        Assert.Equal((OciTar.GZip(Base).Length, true), ((int)layer.Download.Bytes, image.DownloadIsExact));
    }

    [Fact]
    public async Task One_of_several_images_is_chosen_by_its_name()
    {
        var archive = new DockerTar()
            .File("a/layer.tar", Base)
            .File("b/layer.tar", App)
            .Image("acme/shop:1", [OciTar.DigestOf(Base)], "a/layer.tar")
            .Image("acme/shop:2", [OciTar.DigestOf(App)], "b/layer.tar");
        Write("two.tar", archive.ToStream());

        Assert.Equal(App.Length, (await MeasureAsync($"docker-archive:{At("two.tar")}:acme/shop:2")).Unpacked.Bytes);
        Assert.Equal(
            "two.tar holds 2 images of linux/amd64; name one behind a colon, such as oci:FOLDER:NAME.",
            await FailAsync("docker-archive:" + At("two.tar"))
        );
        Assert.Equal(
            "two.tar holds no image called 'acme/shop:3'; it holds acme/shop:1, acme/shop:2; name one of those.",
            await FailAsync($"docker-archive:{At("two.tar")}:acme/shop:3")
        );
    }

    [Fact]
    public async Task A_registry_is_asked_for_unknown_layers_only()
    {
        var packed = OciTar.GZip(Base);
        Registry.Manifests["1"] = Tar.Find(Tar.Image("linux/amd64", packed, OciTar.GZip(App)))!;
        Registry.Blob = Tar.Find;
        var first = await MeasureAsync("docker://ghcr.io/acme/shop:1");
        Registry.Asked.Clear();

        var second = await MeasureAsync("docker://ghcr.io/acme/shop:1");

        Assert.Equal(first.Layers, second.Layers);
        Assert.Equal(["manifest 1", $"blob {first.ConfigDigest}"], Registry.Asked);
    }
}
