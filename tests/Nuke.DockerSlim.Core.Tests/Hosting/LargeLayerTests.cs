using System.IO.Compression;
using System.Security.Cryptography;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Tests.Inspecting;

namespace Nuke.DockerSlim.Tests.Hosting;

public sealed class LargeLayerTests
{
    private const int Piece = 1 << 20;

    [Fact]
    public async Task A_layer_of_one_file_of_4_GB_streams_by()
    {
        const long bytes = 4L << 30;
        var head = new SyntheticTar().Pax($"size={bytes}").Header("disk", '0').Unended();
        await using var content = new RepeatedStream(head, new byte[Piece], bytes / Piece, new byte[1_024]);
        using var again = new RepeatedStream(head, new byte[Piece], bytes / Piece, new byte[1_024]);
        var digest = "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(again));
        var (weight, index, _) = await new LayerPass(digest, content.Length).ReadAsync(content, default);
        Assert.Equal((digest, head.Length + bytes + 1_024, null), (weight.DiffId, weight.UnpackedBytes, weight.Gap));
        Assert.Equal(("disk", bytes), index.Entries.Select(x => (x.Path, x.Bytes)).Single());
        Assert.InRange(weight.DownloadBytes, 1_000_000, 50_000_000);
    }

    [Fact]
    public async Task A_layer_of_200_000_files_has_an_index_of_a_few_megabytes()
    {
        const int files = 200_000;
        var tar = new SyntheticTar();
        for (var i = 0; i < files; i++)
            tar.Header($"app/node_modules/package-{i / 100}/lib/module-{i}.js", '0');
        var layer = tar.ToArray();
        var (weight, index, _) = await new LayerPass(OciTar.DigestOf(layer), layer.Length).ReadAsync(new MemoryStream(layer), default);
        Assert.Equal((files, null), (index.Count, weight.Gap));
        Assert.Equal(files, index.Entries.Select(x => x.Path).Distinct().Count());
        Assert.InRange(index.ToBytes().Length, files * 5, files * 50);
    }

    [Fact]
    public async Task A_layer_made_to_fill_disks_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(OciTar.Layer("zeros", 30 << 20));
        var layer = packed.ToArray();
        var e = await Assert.ThrowsAsync<InputException>(() =>
            new LayerPass(OciTar.DigestOf(layer), layer.Length, suspicious: 8 << 20).ReadAsync(new MemoryStream(layer), default)
        );
        Assert.StartsWith($"The layer {OciTar.DigestOf(layer)} unpacks to more than ", e.Message);
    }
}
