using System.Text;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The weight of a layer's blob.</summary>
/// <param name="DiffId">Digest of the uncompressed tar.</param>
/// <param name="UnpackedBytes">Bytes of the uncompressed tar.</param>
/// <param name="DownloadBytes">Bytes compressed: the blob's own where it is compressed, else what compressing it comes to.</param>
/// <param name="ZstandardBytes">Bytes that the layer comes to under zstd: the blob's own where it is so compressed, else computed.</param>
public sealed record LayerWeight(string DiffId, long UnpackedBytes, long DownloadBytes, long ZstandardBytes)
{
    /// <summary>Whether the blob itself is compressed.</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Why not all that is in the layer could be listed, as the end of a sentence; null when it could.</summary>
    public string? Gap { get; init; }

    /// <summary>The weight as the measurement of a layer.</summary>
    /// <param name="blob">The blob's digest.</param>
    internal MeasuredLayer ToLayer(string blob) =>
        new(new Digest(DiffId), IsCompressed ? new Digest(blob) : null, new ByteSize(UnpackedBytes), new ByteSize(DownloadBytes))
        {
            ZstandardDownload = new ByteSize(ZstandardBytes),
            Gap = Gap,
        };

    /// <summary>The weight as a file has it.</summary>
    internal byte[] ToBytes()
    {
        var writer = new CompactWriter();
        writer.Text(Encoding.UTF8.GetBytes(DiffId));
        writer.Number(UnpackedBytes);
        writer.Number(DownloadBytes);
        writer.Number(ZstandardBytes);
        writer.Number(IsCompressed ? 1 : 0);
        writer.Text(Encoding.UTF8.GetBytes(Gap ?? ""));
        return writer.Written.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes" /> wrote; null when it is damaged.</summary>
    internal static LayerWeight? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new CompactReader(bytes);
            var diffId = Encoding.UTF8.GetString(reader.Text());
            var weight = new LayerWeight(diffId, reader.Number(), reader.Number(), reader.Number()) { IsCompressed = reader.Number() != 0 };
            var gap = Encoding.UTF8.GetString(reader.Text());
            var isWhole =
                weight is { UnpackedBytes: >= 0, DownloadBytes: >= 0, ZstandardBytes: >= 0 } && Digest.TryParse(diffId) is not null;
            return isWhole ? weight with { Gap = gap.Length > 0 ? gap : null } : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
