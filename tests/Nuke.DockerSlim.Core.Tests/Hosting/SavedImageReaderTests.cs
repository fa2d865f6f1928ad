using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class SavedImageReaderTests
{
    private static readonly byte[] Base = OciTar.Layer("etc/base", 40_000);
    private static readonly byte[] App = OciTar.Layer("app/server.js", 9_000);
    private readonly OciTar _tar = new();
    private readonly LayerCache _cache = LayerCache.InMemory();

    [Fact]
    public async Task Uncompressed_layers_of_the_classic_store_are_weighed_and_their_download_computed()
    {
        _tar.Image("linux/amd64", Base, App);
        var image = await ReadAsync();
        Assert.Equal([Base.Length, App.Length], image.Layers.Select(x => (int)x.Unpacked.Bytes));
        Assert.Equal([OciTar.DigestOf(Base), OciTar.DigestOf(App)], image.Layers.Select(x => x.DiffId.Value));
        Assert.All(image.Layers, x => Assert.Null(x.Digest));
        Assert.All(image.Layers, x => Assert.InRange(x.Download.Bytes, 50, 500));
        Assert.False(image.DownloadIsExact);
        // No registry will ever hold the manifest that the store made up while it saved.
        Assert.Null(image.ManifestDigest);
    }

    [Fact]
    public async Task Compressed_layers_of_the_containerd_store_are_what_a_push_sends()
    {
        var (packedBase, packedApp) = (OciTar.GZip(Base), OciTar.GZip(App));
        var manifest = _tar.Image("linux/amd64", packedBase, packedApp);
        var image = await ReadAsync();
        Assert.Equal([Base.Length, App.Length], image.Layers.Select(x => (int)x.Unpacked.Bytes));
        Assert.Equal([OciTar.DigestOf(Base), OciTar.DigestOf(App)], image.Layers.Select(x => x.DiffId.Value));
        Assert.Equal([OciTar.DigestOf(packedBase), OciTar.DigestOf(packedApp)], image.Layers.Select(x => x.Digest?.Value));
        Assert.True(image.DownloadIsExact);
        Assert.Equal(image.Config.Bytes + packedBase.Length + packedApp.Length, image.Download.Bytes);
        Assert.Equal(Base.Length + App.Length, image.Unpacked.Bytes);
        Assert.Equal(manifest, image.ManifestDigest?.Value);
    }

    [Fact]
    public async Task One_layer_without_a_compressed_form_makes_the_download_an_estimate()
    {
        _tar.Image("linux/amd64", OciTar.GZip(Base), App);
        var image = await ReadAsync();
        Assert.Equal([true, false], image.Layers.Select(x => x.Digest is not null));
        Assert.Equal((false, null), (image.DownloadIsExact, image.ManifestDigest));
    }

    [Fact]
    public async Task Unpacked_sizes_and_diff_ids_do_not_depend_on_the_store()
    {
        _tar.Image("linux/amd64", Base, App);
        var classic = await ReadAsync();
        var other = new OciTar();
        other.Image("linux/amd64", OciTar.GZip(Base), OciTar.GZip(App));
        var containerd = await SavedImageReader.ReadAsync(other.ToStream(), null, LayerCache.InMemory(), default);
        Assert.Equal(classic.Layers.Select(x => (x.DiffId, x.Unpacked)), containerd.Layers.Select(x => (x.DiffId, x.Unpacked)));
        Assert.Equal(classic.Unpacked, containerd.Unpacked);
    }

    [Fact]
    public async Task A_compressed_layer_may_have_several_gzip_members()
    {
        byte[] packed = [.. OciTar.GZip(Base[..10_000]), .. OciTar.GZip(Base[10_000..])];
        _tar.Image("linux/amd64", packed);
        var layer = Assert.Single((await ReadAsync()).Layers);
        Assert.Equal((OciTar.DigestOf(Base), Base.Length, packed.Length), (layer.DiffId.Value, layer.Unpacked.Bytes, layer.Download.Bytes));
    }

    [Fact]
    public async Task A_layer_that_occurs_twice_is_transferred_once_and_lies_on_the_disk_twice()
    {
        var packed = OciTar.GZip(App);
        _tar.Image("linux/amd64", packed, packed);
        var image = await ReadAsync();
        Assert.Equal(image.Config.Bytes + packed.Length, image.Download.Bytes);
        Assert.Equal(2 * App.Length, image.Unpacked.Bytes);
    }

    [Fact]
    public async Task An_image_without_layers_weighs_its_config()
    {
        var manifest = _tar.Image("linux/amd64");
        var image = await ReadAsync();
        Assert.Equal((image.Config.Bytes, 0), (image.Download.Bytes, image.Unpacked.Bytes));
        Assert.Equal(manifest, image.ManifestDigest?.Value);
    }

    [Fact]
    public async Task Below_an_index_the_image_is_found_and_attestations_are_none()
    {
        var manifest = _tar.Manifest("linux/amd64", OciTar.GZip(App));
        _tar.NestedIndex(manifest);
        Assert.Equal(manifest, (await ReadAsync()).ManifestDigest?.Value);
    }

    [Fact]
    public async Task Platforms_that_an_index_names_and_the_store_lacks_are_not_there()
    {
        var (here, gone) = (_tar.Manifest("linux/amd64", App), _tar.Manifest("linux/arm64", App));
        _tar.NestedIndex(here, gone);
        _tar.Lost.Add(gone);
        Assert.Equal("linux/amd64", (await ReadAsync()).Platform.Value);
    }

    [Theory]
    [InlineData("linux/amd64", "linux/amd64", "linux/amd64")]
    [InlineData("linux/arm64/v8", "linux/arm64", "linux/arm64")]
    [InlineData("linux/arm64", "linux/arm64/v8", "linux/arm64")]
    [InlineData("linux/arm/v7", "linux/arm", "linux/arm/v7")]
    [InlineData("linux/arm/v6", "linux/arm/v6", "linux/arm/v6")]
    public async Task A_platform_is_found_with_or_without_its_usual_variant(string built, string asked, string platform)
    {
        _tar.Image("linux/386", Base);
        _tar.Image(built, App);
        Assert.Equal(platform, (await ReadAsync(asked)).Platform.Value);
    }

    [Fact]
    public async Task Several_platforms_need_a_name()
    {
        _tar.Image("linux/amd64", App);
        _tar.Image("linux/arm64/v8", App);
        Assert.Equal(
            "The engine's copy of the image holds several platforms (linux/amd64, linux/arm64); name one with --platforms.",
            await FailAsync()
        );
    }

    [Fact]
    public async Task A_platform_that_is_not_there_is_said_with_those_that_are()
    {
        _tar.Image("linux/amd64", App);
        Assert.Equal(
            "The engine's copy of the image holds linux/amd64 but not linux/s390x; build for that platform.",
            await FailAsync("linux/s390x")
        );
    }

    [Fact]
    public async Task A_layer_may_begin_like_a_document()
    {
        var layer = OciTar.Layer("{\"name\"}", 100);
        _tar.Image("linux/amd64", layer);
        Assert.Equal(OciTar.DigestOf(layer), Assert.Single((await ReadAsync()).Layers).DiffId.Value);
    }

    [Fact]
    public async Task A_known_layer_is_not_read_again()
    {
        var known = new LayerWeight(OciTar.DigestOf(App), 5, 3, 2);
        _cache.Add(OciTar.DigestOf(App), known, new LayerIndexBuilder().Build(null), new LayerDetailsBuilder().Build());
        _tar.Image("linux/amd64", App);
        Assert.Equal(3, Assert.Single((await ReadAsync()).Layers).Download.Bytes);
    }

    [Fact]
    public async Task Reading_can_be_ended()
    {
        _tar.Image("linux/amd64", App);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SavedImageReader.ReadAsync(_tar.ToStream(), null, _cache, new CancellationToken(true))
        );
    }

    private Task<MeasuredImage> ReadAsync(string? platform = null) =>
        SavedImageReader.ReadAsync(new PipeStream(_tar.ToStream()), platform is null ? null : new Platform(platform), _cache, default);

    private async Task<string> FailAsync(string? platform = null) =>
        (await Assert.ThrowsAsync<EngineException>(() => ReadAsync(platform))).Message;
}
