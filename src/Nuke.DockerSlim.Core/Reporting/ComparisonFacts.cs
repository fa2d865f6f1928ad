using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// The image held against another one, file by file: what it has more (above zero) and less. The change is the sum of added and changed less removed, of all
/// paths and the rest, and of what lines brought less what is gone.
/// </summary>
public sealed record ComparisonFacts
{
    /// <summary>Where the other image lies, as it was given.</summary>
    public required string With { get; init; }

    /// <summary>File content that this image shows, hard links once.</summary>
    [JsonPropertyName("liveBytes")]
    public required ByteSize Live { get; init; }

    /// <summary>The same of the other.</summary>
    [JsonPropertyName("comparedLiveBytes")]
    public required ByteSize ComparedLive { get; init; }

    /// <summary>The first less the second.</summary>
    [JsonPropertyName("deltaBytes")]
    public required ByteSize Delta { get; init; }

    /// <summary>Files that only this image has.</summary>
    [JsonPropertyName("addedBytes")]
    public required ByteSize Added { get; init; }

    /// <summary>By how much files grew whose content differs; below zero: they shrank.</summary>
    [JsonPropertyName("changedBytes")]
    public required ByteSize Changed { get; init; }

    /// <summary>Files that only the other image has.</summary>
    [JsonPropertyName("removedBytes")]
    public required ByteSize Removed { get; init; }

    /// <summary>The difference of the unpacked sizes: layers with all that is hidden in them.</summary>
    [JsonPropertyName("unpackedDeltaBytes")]
    public required ByteSize UnpackedDelta { get; init; }

    /// <summary>Where the change is, the most first, at most twenty; none lies below another.</summary>
    public IReadOnlyList<ComparedPath> Paths { get; init; } = [];

    /// <summary>The change of all other paths.</summary>
    [JsonPropertyName("otherDeltaBytes")]
    public ByteSize OtherDelta { get; init; }

    /// <summary>The layers of this image that brought what was added or changed, with the bytes that files have now; those that brought nothing are left out.</summary>
    public IReadOnlyList<ComparedLine> Brought { get; init; } = [];

    /// <summary>The layers of the other image that brought what was removed or changed, with the bytes that files had.</summary>
    public IReadOnlyList<ComparedLine> Gone { get; init; } = [];

    /// <summary>Why not everything could be looked at; null: it could.</summary>
    public string? Gap { get; init; }
}
