using System.IO.Compression;
using System.Security.Cryptography;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Weighs one layer blob as it streams by, packed and unpacked; nothing is kept.</summary>
internal static class LayerScale
{
    private const int BufferSize = 1 << 17;
    private static readonly ZLibCompressionOptions LikeGo = new() { CompressionLevel = 4 };

    /// <summary>Weighs a blob.</summary>
    /// <param name="blob">Its digest.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="content">Its content, at the start.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EndOfStreamException">The content ends before its length.</exception>
    /// <exception cref="InvalidDataException">The content is not what the digest names.</exception>
    public static async Task<LayerCache.Entry> WeighAsync(string blob, long length, Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[4];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var algorithm = blob.StartsWith("sha512:", StringComparison.Ordinal) ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        using var hash = IncrementalHash.CreateHash(algorithm);
        await using var whole = new HeadedStream(head.AsMemory(0, read), content, hash);
        if (read >= 4 && head.AsSpan().SequenceEqual<byte>([0x28, 0xb5, 0x2f, 0xfd]))
            throw new InputException(
                $"The layer {blob} is compressed with zstd, which this version cannot unpack to measure it; build the image with --output compression=gzip."
            );
        var weight =
            read >= 2 && head[0] == 0x1f && head[1] == 0x8b
                ? await UnpackAsync(length, whole, cancellationToken).ConfigureAwait(false)
                : await PackAsync(blob, length, whole, cancellationToken).ConfigureAwait(false);
        // A tar that is cut off looks like the end of the entry, and what unpacks it need not mind.
        await whole.CopyToAsync(Stream.Null, BufferSize, cancellationToken).ConfigureAwait(false);
        if (whole.Count != length)
            throw new EndOfStreamException();
        // The base library unpacks a gzip that lacks its end without a word; and a wrong weight would be remembered under the digest for ever.
        return blob.EndsWith(Convert.ToHexStringLower(hash.GetHashAndReset()), StringComparison.Ordinal)
            ? weight
            : throw new InvalidDataException($"The content of {blob} is not what its digest names.");
    }

    private static async Task<LayerCache.Entry> UnpackAsync(long length, Stream packed, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        var buffer = new byte[BufferSize];
        var bytes = 0L;
        int read;
        while ((read = await unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            bytes += read;
        }
        var diffId = "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
        return new LayerCache.Entry(diffId, bytes, length, IsCompressed: true);
    }

    /// <summary>
    /// The engine compresses with Go's gzip at its default level when it pushes. The base library's zlib-ng compresses more at the same level;
    /// its level 4 comes within 1 % of what a push transfers (docs/measuring.md).
    /// </summary>
    private static async Task<LayerCache.Entry> PackAsync(string blob, long length, Stream unpacked, CancellationToken cancellationToken)
    {
        await using var packed = new CountingStream();
        await using (var gzip = new GZipStream(packed, LikeGo, leaveOpen: true))
            await unpacked.CopyToAsync(gzip, BufferSize, cancellationToken).ConfigureAwait(false);
        // The digest of an uncompressed layer is its diff id.
        return new LayerCache.Entry(blob, length, packed.Length, IsCompressed: false);
    }
}
