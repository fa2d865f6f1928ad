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
    public static Task<MeasuredImage> ReadAsync(Stream tar, Platform? platform, LayerCache cache, CancellationToken cancellationToken) =>
        ReadAsync(tar, platform, manifest: null, cache, cancellationToken);

    /// <summary>Reads the tar until nothing of the image can follow that is not known.</summary>
    /// <param name="tar">The tar.</param>
    /// <param name="platform">Which platform's image is meant; null when there is only one.</param>
    /// <param name="manifest">The digest of the image's manifest; null when it is not known, and the tar is read to its end.</param>
    /// <param name="cache">What is known of layers already; layers read are added.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EngineException">The tar is cut off, or is no image.</exception>
    internal static async Task<MeasuredImage> ReadAsync(
        Stream tar,
        Platform? platform,
        Digest? manifest,
        LayerCache cache,
        CancellationToken cancellationToken
    )
    {
        var blobs = new SavedBlobs(cache, manifest);
        try
        {
            await using var reader = new TarReader(tar, leaveOpen: true);
            while (
                !blobs.IsComplete && await reader.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry
            )
                await TakeAsync(entry, blobs, cache, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or FormatException)
        {
            throw new EngineException("The engine's copy of the image is cut off or damaged; run the target again.", e);
        }
        catch (UnusableImageException e)
        {
            throw blobs.Failure(e.Message, e.Advice, e.InnerException);
        }
        return await new ImageScale(blobs, cache).WeighAsync(platform, name: null, cancellationToken).ConfigureAwait(false);
    }

    private static async Task TakeAsync(TarEntry entry, SavedBlobs blobs, LayerCache cache, CancellationToken cancellationToken)
    {
        if (entry.DataStream is not { } content)
            return;
        if (entry.Name is "index.json" && entry.Length <= BlobText.LargestDocument)
            blobs.TakeRoot(await ReadAllAsync(content, entry.Length, cancellationToken).ConfigureAwait(false));
        if (!entry.Name.StartsWith("blobs/", StringComparison.Ordinal))
            return;
        var blob = entry.Name["blobs/".Length..].Replace('/', ':');
        if (cache.Find(blob) is { } known)
        {
            blobs.Take(blob, entry.Length, known);
            return;
        }
        if (entry.Length is > 0 and <= BlobText.LargestDocument)
        {
            var bytes = await ReadAllAsync(content, entry.Length, cancellationToken).ConfigureAwait(false);
            if (IsDocument(bytes))
            {
                blobs.Take(blob, bytes);
                return;
            }
            content = new MemoryStream(bytes);
        }
        blobs.Take(
            blob,
            entry.Length,
            await LayerScale.WeighAsync(blob, entry.Length, content, cache, also: null, cancellationToken).ConfigureAwait(false)
        );
    }

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
