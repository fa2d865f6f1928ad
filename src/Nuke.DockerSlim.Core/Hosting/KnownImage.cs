using System.Text;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A measured image as a file has it.</summary>
internal static class KnownImage
{
    /// <summary>Writes an image.</summary>
    public static byte[] ToBytes(MeasuredImage image)
    {
        var writer = new CompactWriter();
        Text(writer, image.Platform.Value);
        Text(writer, image.ManifestDigest?.Value ?? "");
        Text(writer, image.ConfigDigest.Value);
        writer.Number(image.Config.Bytes);
        writer.Number(image.Layers.Count);
        foreach (var layer in image.Layers)
        {
            Text(writer, layer.DiffId.Value);
            Text(writer, layer.Digest?.Value ?? "");
            writer.Number(layer.Unpacked.Bytes);
            writer.Number(layer.Download.Bytes);
            writer.Number(layer.ZstandardDownload?.Bytes ?? -1);
            Text(writer, layer.Gap ?? "");
        }
        writer.Number(image.History.Count);
        foreach (var entry in image.History)
        {
            Text(writer, entry.CreatedBy);
            writer.Number(entry.IsEmpty ? 1 : 0);
        }
        Text(writer, image.User);
        return writer.Written.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes" /> wrote.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static MeasuredImage Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CompactReader(bytes);
        return new MeasuredImage
        {
            Platform = new Platform(Text(reader)),
            ManifestDigest = Digest.TryParse(Text(reader)),
            ConfigDigest = new Digest(Text(reader)),
            Config = new ByteSize(reader.Number()),
            Layers = [.. Times(reader, Layer)],
            History = [.. Times(reader, x => new HistoryEntry(Text(x), x.Number() != 0))],
            User = Text(reader),
        };
    }

    private static MeasuredLayer Layer(CompactReader reader) =>
        new(new Digest(Text(reader)), Digest.TryParse(Text(reader)), new ByteSize(reader.Number()), new ByteSize(reader.Number()))
        {
            ZstandardDownload = reader.Number() is >= 0 and var bytes ? new ByteSize(bytes) : null,
            Gap = Text(reader) is { Length: > 0 } gap ? gap : null,
        };

    private static IEnumerable<T> Times<T>(CompactReader reader, Func<CompactReader, T> read)
    {
        for (var left = reader.Number(); left > 0; left--)
            yield return read(reader);
    }

    private static void Text(CompactWriter writer, string text) => writer.Text(Encoding.UTF8.GetBytes(text));

    private static string Text(CompactReader reader) => Encoding.UTF8.GetString(reader.Text());
}
