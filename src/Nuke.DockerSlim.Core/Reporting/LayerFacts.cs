using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>One layer and the Dockerfile line that made it.</summary>
public sealed record LayerFacts
{
    /// <summary>Digest of the uncompressed tar, the same in every store.</summary>
    public required Digest DiffId { get; init; }

    /// <summary>Digest of the compressed layer; null where the store keeps none.</summary>
    public Digest? Digest { get; init; }

    /// <summary>Compressed bytes; computed where <see cref="Digest" /> is null.</summary>
    [JsonPropertyName("downloadBytes")]
    public required ByteSize Download { get; init; }

    /// <summary>Bytes of the uncompressed tar.</summary>
    [JsonPropertyName("unpackedBytes")]
    public required ByteSize Unpacked { get; init; }

    /// <summary>The Dockerfile's line, from one; null when unknown. For layers of the base image, the line of its FROM.</summary>
    public int? Line { get; init; }

    /// <summary>The instruction on one line; null when unknown.</summary>
    public string? Instruction { get; init; }

    /// <summary>Whether the layer comes from the base image; null when unknown.</summary>
    public bool? FromBase { get; init; }

    /// <summary>
    /// Digest of the files in it without their times: equal where only times differ. Null for layers of the base, and where the layer could not be looked into.
    /// </summary>
    public Digest? ContentDigest { get; init; }
}
