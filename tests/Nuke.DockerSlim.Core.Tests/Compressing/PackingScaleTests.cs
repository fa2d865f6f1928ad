using System.IO.Compression;
using Nuke.DockerSlim.Compressing;

namespace Nuke.DockerSlim.Tests.Compressing;

public sealed class PackingScaleTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task A_small_layer_comes_to_what_packing_all_of_it_does()
    {
        var content = Content(5 * Megabyte + 321);
        using var packed = new CountingStream();
        await using (var gzip = new GZipStream(packed, new ZLibCompressionOptions { CompressionLevel = 4 }, leaveOpen: true))
            await gzip.WriteAsync(content);
        var weights = await WeighAsync(content, content.Length, null);
        Assert.InRange(weights.GZip!.Value, packed.Length * 0.99, packed.Length * 1.01);
    }

    [Theory]
    [InlineData("text-3.zst", 57_165)]
    [InlineData("mixed-3.zst", 30_881)]
    public async Task Zstd_comes_to_what_the_zstd_command_makes(string sample, int packed)
    {
        var file = Path.Combine(Recordings.RepositoryRoot, "tests", "Nuke.DockerSlim.Core.Tests", "Compressing", "Samples", sample);
        var content = await ZstandardStreamTests.UnpackAsync(await File.ReadAllBytesAsync(file));
        var weights = await WeighAsync(content, content.Length, null);
        Assert.InRange(weights.Zstandard, packed * 0.96, packed * 1.04);
    }

    [Fact]
    public async Task Samples_of_a_large_layer_come_near_all_of_it()
    {
        var content = Content((4 * Megabyte) + 12_345);
        var whole = await WeighAsync(content, content.Length, null);
        await using var scale = new PackingScale(128 * Megabyte, null, 2);
        for (var i = 0; i < 32; i++)
            await scale.AppendAsync(content, default);
        var weights = await scale.FinishAsync();
        Assert.InRange(weights.GZip!.Value, 32 * whole.GZip!.Value * 0.97, 32 * whole.GZip!.Value * 1.03);
        Assert.InRange(weights.Zstandard, 32 * whole.Zstandard * 0.95, 32 * whole.Zstandard * 1.05);
    }

    [Fact]
    public async Task The_same_layer_comes_to_the_same_in_whatever_pieces()
    {
        var content = Content(3 * Megabyte);
        var first = await WeighAsync(content, 60L * Megabyte, null, piece: 77_777);
        Assert.Equal(first, await WeighAsync(content, 60L * Megabyte, null, piece: Megabyte));
    }

    [Fact]
    public async Task Nothing_comes_to_a_frame() => Assert.Equal(GZipScale.Frame, (await WeighAsync([], 0, null)).GZip);

    [Fact]
    public async Task A_layer_that_is_packed_is_not_packed_again()
    {
        var weights = await WeighAsync(Content(Megabyte), Megabyte, gzipLength: 300_000);
        Assert.Null(weights.GZip);
        Assert.InRange(weights.Zstandard, 100_000, Megabyte);
    }

    private static async Task<PackedWeights> WeighAsync(byte[] content, long length, long? gzipLength, int piece = Megabyte)
    {
        await using var scale = new PackingScale(length, gzipLength, 2);
        foreach (var part in content.Chunk(piece))
            await scale.AppendAsync(part, default);
        return await scale.FinishAsync();
    }

    /// <summary>Words, numbers and noise by turns, as files of a layer follow each other.</summary>
    private static byte[] Content(int length)
    {
        var random = new Random(3);
        string[] words = [.. Enumerable.Range(0, 3_000).Select(_ => random.Next().ToString("x"))];
        var bytes = new byte[length];
        for (var at = 0; at < length; )
        {
            var text = System.Text.Encoding.ASCII.GetBytes(words[(int)(random.NextDouble() * random.NextDouble() * words.Length)] + " ");
            if (random.Next(400) == 0)
                random.NextBytes(text = new byte[random.Next(2_000)]);
            var count = Math.Min(text.Length, length - at);
            text.AsSpan(0, count).CopyTo(bytes.AsSpan(at));
            at += count;
        }
        return bytes;
    }
}
