using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading.Channels;
using Nuke.DockerSlim.Compressing;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Inventory;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// The one pass over a layer's blob: unpacks it, hashes it packed and unpacked, and lists what is in it. Reading and unpacking run beside hashing and listing.
/// </summary>
/// <param name="blob">Its digest.</param>
/// <param name="length">Its bytes.</param>
/// <param name="also">Sees the entries besides; null: nobody.</param>
/// <param name="suspicious">Unpacked bytes from which a layer that unpacks to many times its own is taken to be made to do harm.</param>
internal sealed class LayerPass(string blob, long length, ILayerVisitor? also = null, long suspicious = LayerPass.Suspicious)
{
    private const long Suspicious = 64L << 30;

    // Zeros come to a thousandth under gzip; an image of sparse disks is below 64 GiB all the same.
    private const int LargestRatio = 200;

    private const int PieceSize = 1 << 18;
    private const int PiecesAhead = 4;

    // One more than run at once, so that none waits for the stream; each holds a few megabytes.
    private static readonly int Workers = Environment.ProcessorCount + 1;
    private readonly LayerIndexBuilder _index = new();
    private readonly LayerDetailsBuilder _details = new();

    /// <summary>Reads the blob to its end.</summary>
    /// <param name="content">Its content, at the start.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(LayerWeight Weight, LayerIndex Index, LayerDetails Details)> ReadAsync(
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var head = new byte[LayerCompressions.HeadLength];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var compression = LayerCompressions.Of(blob, head.AsSpan(0, read));
        using var hash = PackedHash(compression);
        await using var packed = new HeadedStream(head.AsMemory(0, read), content, hash);
        var unpacked = await UnpackAsync(packed, compression, cancellationToken).ConfigureAwait(false);
        // A blob that is cut off looks like the end of the stream, and what unpacks it need not mind; nor need it read to the end.
        await packed.CopyToAsync(Stream.Null, PieceSize, cancellationToken).ConfigureAwait(false);
        if (packed.Count != length)
            throw new EndOfStreamException();
        // The base library unpacks a gzip that lacks its end without a word; and a wrong weight would be remembered under the digest for ever.
        var digest = hash is null
            ? unpacked.DiffId
            : blob[..(blob.IndexOf(':', StringComparison.Ordinal) + 1)] + Convert.ToHexStringLower(hash.GetHashAndReset());
        if (blob != digest)
            throw new InvalidDataException($"The content of {blob} is not what its digest names.");
        var weight = new LayerWeight(unpacked.DiffId, unpacked.Bytes, unpacked.Packed.GZip ?? length, unpacked.Packed.Zstandard)
        {
            IsCompressed = compression != LayerCompression.None,
            Gap = unpacked.Gap,
        };
        return (weight, _index.Build(unpacked.Gap), _details.Build());
    }

    /// <summary>The hash of the blob itself; null where its digest is the diff id.</summary>
    private IncrementalHash? PackedHash(LayerCompression compression) =>
        blob.StartsWith("sha512:", StringComparison.Ordinal) ? IncrementalHash.CreateHash(HashAlgorithmName.SHA512)
        : compression == LayerCompression.None ? null
        : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private async Task<Unpacked> UnpackAsync(Stream packed, LayerCompression compression, CancellationToken cancellationToken)
    {
        await using var unpacked = Unpacking(packed, compression);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pieces = Channel.CreateBounded<(byte[] Buffer, int Count)>(PiecesAhead);
        var producing = Task.Run(() => ProduceAsync(unpacked, pieces.Writer, stopping.Token), CancellationToken.None);
        try
        {
            return await ConsumeAsync(pieces.Reader, compression, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await producing.ConfigureAwait(false);
            while (pieces.Reader.TryRead(out var left))
                ArrayPool<byte>.Shared.Return(left.Buffer);
        }
    }

    // The base library's own buffer is 8 kB.
    private static Stream Unpacking(Stream packed, LayerCompression compression) =>
        compression switch
        {
            LayerCompression.GZip => new GZipStream(new BufferedStream(packed, PieceSize), CompressionMode.Decompress),
            LayerCompression.Zstandard => new ZstandardStream(new BufferedStream(packed, PieceSize)),
            _ => packed,
        };

    /// <summary>Never fails itself: what goes wrong ends the pieces, and is told to who takes them.</summary>
    private static async Task ProduceAsync(Stream unpacked, ChannelWriter<(byte[], int)> pieces, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
                var count = await unpacked
                    .ReadAtLeastAsync(buffer, PieceSize, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
                if (count == 0)
                    break;
                await pieces.WriteAsync((buffer, count), cancellationToken).ConfigureAwait(false);
            }
            pieces.Complete();
        }
        catch (Exception e)
        {
            pieces.Complete(e);
        }
    }

    private async Task<Unpacked> ConsumeAsync(
        ChannelReader<(byte[] Buffer, int Count)> pieces,
        LayerCompression compression,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var packing = Packing(compression);
        var scanner = new TarScanner(new LayerVisitors(also is null ? [_index, _details] : [_index, _details, also]));
        var bytes = 0L;
        await foreach (var (buffer, count) in pieces.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            hash.AppendData(buffer, 0, count);
            scanner.Append(buffer.AsSpan(0, count));
            if (packing is not null)
                await packing.AppendAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            bytes += count;
            RequirePlausible(bytes);
            ArrayPool<byte>.Shared.Return(buffer);
        }
        scanner.Complete();
        var packed = packing is null ? new PackedWeights(null, length) : await packing.FinishAsync().ConfigureAwait(false);
        return new Unpacked(Digest.Of(hash).Value, bytes, packed, scanner.Damage);
    }

    private void RequirePlausible(long bytes)
    {
        if (bytes > suspicious && bytes / LargestRatio > length)
            throw new InputException(
                $"The layer {blob} unpacks to more than {new ByteSize(bytes).Text}, over {LargestRatio} times its own {new ByteSize(length).Text}: it is made to fill disks. Find out where the image comes from, and do not run it."
            );
    }

    /// <summary>What finds out what the layer would come to packed otherwise; null where it is packed in the one way that there is to know.</summary>
    private PackingScale? Packing(LayerCompression compression) =>
        compression switch
        {
            LayerCompression.Zstandard => null,
            // Layers come to about a third.
            LayerCompression.GZip => new PackingScale(length * 3, length, Workers),
            _ => new PackingScale(length, gzipLength: null, Workers),
        };

    private sealed record Unpacked(string DiffId, long Bytes, PackedWeights Packed, string? Gap);
}
