using System.Security.Cryptography;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Documents as bytes, held to their digests.</summary>
internal static class BlobText
{
    /// <summary>No index, manifest or config is larger; registries take 4 MB.</summary>
    public const int LargestDocument = 8 << 20;

    /// <summary>The digest of some bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static Digest DigestOf(byte[] content) => new("sha256:" + Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Reads a document.</summary>
    /// <param name="descriptor">What names it.</param>
    /// <param name="blob">Where it lies.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnusableImageException">It is not what its descriptor says.</exception>
    public static async Task<byte[]> ReadAsync(BlobDescriptor descriptor, StoredBlob blob, CancellationToken cancellationToken)
    {
        RequireLength(descriptor, blob.Length);
        if (blob.Length > LargestDocument)
            throw new UnusableImageException($"holds a document of {new ByteSize(blob.Length).Text}, {descriptor.Digest}, which is none");
        await using var content = await blob.OpenAsync(cancellationToken).ConfigureAwait(false);
        var bytes = new byte[blob.Length];
        try
        {
            await content.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (EndOfStreamException e)
        {
            throw new UnusableImageException($"holds only a part of {descriptor.Digest}", e);
        }
        return Matches(descriptor.Digest, bytes)
            ? bytes
            : throw new UnusableImageException($"holds other content than {descriptor.Digest} under that digest");
    }

    /// <summary>Holds a blob to the size that is stated for it.</summary>
    /// <param name="descriptor">What states it.</param>
    /// <param name="length">Its bytes.</param>
    /// <exception cref="UnusableImageException">It has another one.</exception>
    public static void RequireLength(BlobDescriptor descriptor, long length)
    {
        if (descriptor.Length is { } stated && stated != length)
            throw new UnusableImageException($"states {stated} bytes for {descriptor.Digest}, which has {length}");
    }

    /// <summary>Whether content is what a digest names.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="content">The content.</param>
    public static bool Matches(Digest digest, byte[] content)
    {
        var hash = digest.Value.StartsWith("sha512:", StringComparison.Ordinal) ? SHA512.HashData(content) : SHA256.HashData(content);
        return digest.Value.EndsWith(Convert.ToHexStringLower(hash), StringComparison.Ordinal);
    }
}
