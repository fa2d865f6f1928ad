using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>The weight of one layer.</summary>
/// <param name="DiffId">Digest of the uncompressed tar.</param>
/// <param name="Digest">Digest of the compressed layer; null where none exists.</param>
/// <param name="Unpacked">Bytes of the uncompressed tar.</param>
/// <param name="Download">Bytes of the compressed layer; computed where none exists.</param>
public sealed record MeasuredLayer(Digest DiffId, Digest? Digest, ByteSize Unpacked, ByteSize Download)
{
    /// <summary>Bytes that the layer would come to under zstd at its default level, computed; null when that was not found out.</summary>
    public ByteSize? ZstandardDownload { get; init; }

    /// <summary>Why not all that is in the layer could be listed, as the end of a sentence; null when it could.</summary>
    public string? Gap { get; init; }
}
