using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
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
    public async Task A_tar_without_an_image_is_said() =>
        Assert.Equal("The engine's copy of the image holds no image manifest; build the image again.", await FailAsync());

    [Fact]
    public async Task A_tar_that_is_no_layout_is_said()
    {
        var stream = new MemoryStream(OciTar.Layer("etc/passwd", 10));
        var e = await Assert.ThrowsAsync<EngineException>(() => SavedImageReader.ReadAsync(stream, null, _cache, default));
        Assert.Equal("The engine's copy of the image lacks index.json; build the image again.", e.Message);
    }

    [Fact]
    public async Task A_missing_layer_is_named()
    {
        _tar.Image("linux/amd64", Base, App);
        _tar.Lost.Add(OciTar.DigestOf(App));
        Assert.Equal(
            $"The engine's copy of the image lacks the layer {OciTar.DigestOf(App)}; pull or build the image again.",
            await FailAsync()
        );
    }

    [Fact]
    public async Task A_missing_config_is_named()
    {
        var config = OciTar.DigestOf("""{"os":"linux","architecture":"amd64"}"""u8.ToArray());
        _tar.Image("linux/amd64", App);
        _tar.Lost.Add(config);
        Assert.Equal($"The engine's copy of the image lacks {config}; build the image again.", await FailAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"config":5,"layers":[]}""")]
    [InlineData("""{"config":{"digest":"x"},"layers":{}}""")]
    [InlineData("""{"manifests":5}""")]
    public async Task A_document_of_another_shape_is_a_damaged_copy(string manifest)
    {
        _tar.Index(OciTar.Descriptor(_tar.Json(JsonNode.Parse(manifest)!)));
        Assert.StartsWith("The engine's copy of the image ", await FailAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tar_cut_off_anywhere_is_said_and_no_layer_of_it_remembered_wrongly(bool compressed)
    {
        var layer = OciTar.Layer("big", 60_000);
        RandomNumberGenerator.Fill(layer.AsSpan(600, 50_000));
        var blob = compressed ? OciTar.GZip(layer) : layer;
        _tar.Image("linux/amd64", blob);
        var whole = _tar.ToStream().ToArray();
        // Behind the last entry come only zeros, which nothing misses.
        for (var length = 1; length < whole.Length - 4_096; length += 1_021)
        {
            var cache = LayerCache.InMemory();
            var cut = new PipeStream(new MemoryStream(whole[..length]));
            await Assert.ThrowsAsync<EngineException>(() => SavedImageReader.ReadAsync(cut, null, cache, default));
            Assert.True(cache.Find(OciTar.DigestOf(blob)) is not { } found || found.UnpackedBytes == layer.Length, $"cut at {length}");
        }
    }

    [Fact]
    public async Task A_large_layer_cut_off_while_it_streams_by_is_not_remembered()
    {
        // Larger than any document: it is never held in memory.
        var layer = OciTar.Layer("big", 9 << 20);
        _tar.Image("linux/amd64", layer);
        var whole = _tar.ToStream().ToArray();
        var cut = new PipeStream(new MemoryStream(whole[..(5 << 20)]));
        await Assert.ThrowsAsync<EngineException>(() => SavedImageReader.ReadAsync(cut, null, _cache, default));
        Assert.Null(_cache.Find(OciTar.DigestOf(layer)));
        var image = await SavedImageReader.ReadAsync(new PipeStream(new MemoryStream(whole)), null, _cache, default);
        Assert.Equal(layer.Length, image.Unpacked.Bytes);
    }

    [Fact]
    public async Task A_layer_may_begin_like_a_document()
    {
        var layer = OciTar.Layer("{\"name\"}", 100);
        _tar.Image("linux/amd64", layer);
        Assert.Equal(OciTar.DigestOf(layer), Assert.Single((await ReadAsync()).Layers).DiffId.Value);
    }

    [Fact]
    public async Task A_compressed_layer_that_is_damaged_is_said()
    {
        var packed = OciTar.GZip(App);
        packed.AsSpan(packed.Length / 2, 8).Fill(0xff);
        _tar.Image("linux/amd64", packed);
        Assert.Equal("The engine's copy of the image is cut off or damaged; run the target again.", await FailAsync());
    }

    [Fact]
    public async Task A_layer_compressed_with_zstd_is_refused_with_what_to_do()
    {
        byte[] layer = [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3];
        _tar.Image("linux/amd64", layer);
        var e = await Assert.ThrowsAsync<InputException>(() => ReadAsync());
        Assert.StartsWith($"The layer {OciTar.DigestOf(layer)} is compressed with zstd", e.Message);
    }

    [Fact]
    public async Task A_known_layer_is_not_read_again()
    {
        var known = new LayerCache.Entry(OciTar.DigestOf(App), 5, 3, IsCompressed: false);
        _cache.Add(OciTar.DigestOf(App), known);
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
