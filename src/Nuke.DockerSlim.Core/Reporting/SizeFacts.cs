using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The sizes of an image of one platform. Definitions and sources: docs/measuring.md.</summary>
public sealed record SizeFacts
{
    /// <summary>What a pull transfers: config and compressed layers.</summary>
    [JsonPropertyName("downloadBytes")]
    public required ByteSize Download { get; init; }

    /// <summary>Whether <see cref="Download" /> is the size of bytes that exist, not of a compression done only to measure.</summary>
    public required bool DownloadIsExact { get; init; }

    /// <summary>What a pull would transfer if the layers were compressed with zstd, computed; null when that is not known.</summary>
    [JsonPropertyName("zstdDownloadBytes")]
    public ByteSize? ZstandardDownload { get; init; }

    /// <summary>The sum of the uncompressed layer tars.</summary>
    [JsonPropertyName("unpackedBytes")]
    public required ByteSize Unpacked { get; init; }

    /// <summary>The part of <see cref="Unpacked" /> in layers of the base image; null when the builder did not say which those are.</summary>
    [JsonPropertyName("baseUnpackedBytes")]
    public ByteSize? BaseUnpacked { get; init; }

    /// <summary>The part of <see cref="Unpacked" /> in layers above the base image; null as before.</summary>
    [JsonPropertyName("ownUnpackedBytes")]
    public ByteSize? OwnUnpacked { get; init; }

    /// <summary>The part of <see cref="Download" /> in layers of the base image, which a node that has it is spared; null as before.</summary>
    [JsonPropertyName("baseDownloadBytes")]
    public ByteSize? BaseDownload { get; init; }

    /// <summary>The rest of <see cref="Download" />: config and layers above the base image; null as before.</summary>
    [JsonPropertyName("ownDownloadBytes")]
    public ByteSize? OwnDownload { get; init; }
}
