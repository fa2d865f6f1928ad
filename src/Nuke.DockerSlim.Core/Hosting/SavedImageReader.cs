using System.Formats.Tar;
using System.Text.Json;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Weighs the image in the tar that <c>docker save</c> (engine API: <c>GET /images/get</c>) writes: an OCI layout, with layers
/// uncompressed on the classic store and compressed on the containerd store. The tar is read once and never kept.
/// </summary>
public static class SavedImageReader
{
    /// <summary>Reads the tar to its end.</summary>
    /// <param name="tar">The tar.</param>
    /// <param name="platform">Which platform's image is meant; null when there is only one.</param>
    /// <param name="cache">What is known of layers already; layers read are added.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EngineException">The tar is cut off, or is no image.</exception>
    public static async Task<MeasuredImage> ReadAsync(Stream tar, Platform? platform, LayerCache cache, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, byte[]>();
        var layers = new Dictionary<string, StoredBlob>();
        try
        {
            await using var reader = new TarReader(tar, leaveOpen: true);
            while (await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
                await TakeAsync(entry, documents, layers, cache, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or FormatException)
        {
            throw new EngineException("The engine's copy of the image is cut off or damaged; run the target again.", e);
        }
        return await new ImageScale(new SavedBlobs(documents, layers), cache)
            .WeighAsync(platform, name: null, cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task TakeAsync(
        TarEntry entry,
        Dictionary<string, byte[]> documents,
        Dictionary<string, StoredBlob> layers,
        LayerCache cache,
        CancellationToken cancellationToken
    )
    {
        if (entry.DataStream is not { } content)
            return;
        if (entry.Name is "index.json" && entry.Length <= BlobText.LargestDocument)
            documents["index.json"] = await ReadAllAsync(content, entry.Length, cancellationToken).ConfigureAwait(false);
        if (!entry.Name.StartsWith("blobs/", StringComparison.Ordinal))
            return;
        var blob = entry.Name["blobs/".Length..].Replace('/', ':');
        if (cache.Find(blob) is { } known)
        {
            layers[blob] = Weighed(entry.Length, known);
            return;
        }
        if (entry.Length is > 0 and <= BlobText.LargestDocument)
        {
            var bytes = await ReadAllAsync(content, entry.Length, cancellationToken).ConfigureAwait(false);
            if (IsDocument(bytes))
            {
                documents[blob] = bytes;
                return;
            }
            content = new MemoryStream(bytes);
        }
        var weight = await LayerScale.WeighAsync(blob, entry.Length, content, cache, cancellationToken).ConfigureAwait(false);
        layers[blob] = Weighed(entry.Length, weight);
    }

    private static StoredBlob Weighed(long length, LayerWeight weight) =>
        new(length, _ => throw new NotSupportedException("It has streamed by.")) { Weight = weight };

    private static bool IsDocument(byte[] bytes)
    {
        if (bytes[0] != '{')
            return false;
        try
        {
            using var _ = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            // A layer whose first file's name starts with a brace.
            return false;
        }
    }

    private static async Task<byte[]> ReadAllAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }
}
