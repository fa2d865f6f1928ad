using System.Formats.Tar;
using System.IO.Compression;
using Nuke.DockerSlim.Compressing;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Takes single layers of an image out, unpacked, so that they can be read at any place.</summary>
/// <param name="store">The engine's images.</param>
/// <param name="folder">Where the layers go, absolute.</param>
internal sealed class RepeatedImages(IImageStore store, string folder)
{
    /// <summary>Takes blobs out.</summary>
    /// <param name="source">Where the image lies: in the engine, or in a layout.</param>
    /// <param name="config">Its config.</param>
    /// <param name="layers">The layers that are wanted, by the digests that they have there.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The config's bytes; the layers are files of the folder then.</returns>
    /// <exception cref="EngineException">The engine is gone, or gave an image without them.</exception>
    public async Task<byte[]> TakeAsync(
        ImageSource source,
        Digest config,
        IReadOnlyCollection<Digest> layers,
        CancellationToken cancellationToken
    )
    {
        byte[]? found = null;
        var left = layers.ToHashSet();
        try
        {
            if (source.Transport == ImageTransport.DockerDaemon)
            {
                await using var saved = await store.SaveAsync(source.Location, cancellationToken).ConfigureAwait(false);
                await using var reader = new TarReader(saved, leaveOpen: true);
                while (
                    (found is null || left.Count > 0)
                    && await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry
                )
                    if (entry.Name.StartsWith("blobs/", StringComparison.Ordinal) && entry.DataStream is { } content)
                        await TakeAsync(Digest.TryParse(entry.Name["blobs/".Length..].Replace('/', ':')), content).ConfigureAwait(false);
            }
            else
            {
                var layout = source.Location[..source.Location.LastIndexOf(':')];
                foreach (var blob in layers.Append(config))
                {
                    await using var content = FileSource.Open(
                        Path.Combine(layout, "blobs", blob.Value.Replace(':', Path.DirectorySeparatorChar)),
                        0
                    );
                    await TakeAsync(blob, content).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or FormatException or FileNotFoundException)
        {
            throw new EngineException($"The image {source} is cut off or damaged; run the target again.", e);
        }
        return found is not null && left.Count == 0
            ? found
            : throw new EngineException($"The image {source} lacks parts that it had a moment ago; run the target again.");

        async Task TakeAsync(Digest? blob, Stream content)
        {
            if (blob is not { } digest)
                return;
            if (left.Remove(digest))
                await UnpackAsync(digest, content, cancellationToken).ConfigureAwait(false);
            else if (digest == config)
            {
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
                found = bytes.ToArray();
            }
        }
    }

    /// <summary>Shows a layer that was taken out to a visitor.</summary>
    /// <param name="layer">The layer, by the digest that it was taken by.</param>
    /// <param name="visitor">Sees its entries.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Why not all of it could be read, as the end of a sentence; null: it could.</returns>
    public async Task<string?> ScanAsync(Digest layer, ILayerVisitor visitor, CancellationToken cancellationToken)
    {
        var scanner = new TarScanner(visitor);
        var buffer = new byte[1 << 18];
        await using var file = File.OpenRead(FileOf(layer));
        while (await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            scanner.Append(buffer.AsSpan(0, count));
        scanner.Complete();
        return scanner.Damage;
    }

    /// <summary>A part of a layer that was taken out.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="offset">Where the part begins.</param>
    /// <param name="count">Its bytes.</param>
    public byte[] Read(Digest layer, long offset, int count)
    {
        using var file = File.OpenHandle(FileOf(layer));
        var bytes = new byte[count];
        for (var done = 0; done < count; )
            done += RandomAccess.Read(file, bytes.AsSpan(done), offset + done) is > 0 and var read
                ? read
                : throw new EndOfStreamException($"The layer {layer} ends too early.");
        return bytes;
    }

    private string FileOf(Digest layer) => Path.Combine(folder, layer.Hex + ".tar");

    private async Task UnpackAsync(Digest blob, Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[LayerCompressions.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        await using var packed = new HeadedStream(head.AsMemory(0, read), content);
        await using Stream unpacked = LayerCompressions.Of(blob.Value, head.AsSpan(0, read)) switch
        {
            LayerCompression.GZip => new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true),
            LayerCompression.Zstandard => new ZstandardStream(packed),
            _ => packed,
        };
        await using var file = File.Create(FileOf(blob));
        await unpacked.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
    }
}
