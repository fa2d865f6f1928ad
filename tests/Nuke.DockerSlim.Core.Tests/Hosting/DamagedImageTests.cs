using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class DamagedImageTests
{
    private static readonly byte[] Base = OciTar.Layer("etc/base", 40_000);
    private static readonly byte[] App = OciTar.Layer("app/server.js", 9_000);
    private readonly OciTar _tar = new();
    private readonly LayerCache _cache = LayerCache.InMemory();

    [Fact]
    public async Task A_tar_without_an_image_is_said() =>
        Assert.Equal("The engine's copy of the image holds no image manifest; pull or build the image again.", await FailAsync());

    [Fact]
    public async Task A_tar_that_is_no_layout_is_said()
    {
        var stream = new MemoryStream(OciTar.Layer("etc/passwd", 10));
        var e = await Assert.ThrowsAsync<EngineException>(() => SavedImageReader.ReadAsync(stream, null, _cache, default));
        Assert.Equal("The engine's copy of the image lacks index.json; pull or build the image again.", e.Message);
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
        Assert.Equal($"The engine's copy of the image lacks {config}; pull or build the image again.", await FailAsync());
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
    public async Task A_compressed_layer_that_is_damaged_is_said()
    {
        var packed = OciTar.GZip(App);
        packed.AsSpan(packed.Length / 2, 8).Fill(0xff);
        _tar.Image("linux/amd64", packed);
        Assert.Equal("The engine's copy of the image is cut off or damaged; run the target again.", await FailAsync());
    }

    [Fact]
    public async Task A_compressed_layer_that_lost_its_end_in_the_store_is_said_and_not_remembered()
    {
        var packed = OciTar.GZip(App);
        _tar.Image("linux/amd64", packed);
        _tar.Damage(OciTar.DigestOf(packed), packed[..(packed.Length / 2)]);
        Assert.Equal("The engine's copy of the image is cut off or damaged; run the target again.", await FailAsync());
        Assert.Null(_cache.Find(OciTar.DigestOf(packed)));
    }

    [Fact]
    public async Task A_layer_that_is_not_what_its_digest_names_is_said_and_not_remembered()
    {
        _tar.Image("linux/amd64", App);
        _tar.Damage(OciTar.DigestOf(App), Base);
        Assert.Equal("The engine's copy of the image is cut off or damaged; run the target again.", await FailAsync());
        Assert.Null(_cache.Find(OciTar.DigestOf(App)));
    }

    [Theory]
    [InlineData("xz", "FD377A585A000004")]
    [InlineData("bzip2", "425A6839314159265359")]
    public async Task A_layer_that_cannot_be_unpacked_is_refused_with_what_to_do(string compression, string head)
    {
        var layer = Convert.FromHexString(head);
        _tar.Image("linux/amd64", layer);
        var e = await Assert.ThrowsAsync<InputException>(() => ReadAsync());
        Assert.StartsWith($"The layer {OciTar.DigestOf(layer)} is compressed with {compression}", e.Message);
    }

    [Fact]
    public async Task A_layer_compressed_with_zstd_that_is_damaged_is_said()
    {
        _tar.Image("linux/amd64", [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3]);
        Assert.Equal("The engine's copy of the image is cut off or damaged; run the target again.", await FailAsync());
    }

    private Task<MeasuredImage> ReadAsync(string? platform = null) =>
        SavedImageReader.ReadAsync(new PipeStream(_tar.ToStream()), platform is null ? null : new Platform(platform), _cache, default);

    private async Task<string> FailAsync(string? platform = null) =>
        (await Assert.ThrowsAsync<EngineException>(() => ReadAsync(platform))).Message;
}
