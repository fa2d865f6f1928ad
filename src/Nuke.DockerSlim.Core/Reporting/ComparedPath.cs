using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A file or folder that differs between two images.</summary>
public sealed record ComparedPath
{
    /// <summary>Its path; a folder ends in a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Added and changed less removed.</summary>
    [JsonPropertyName("deltaBytes")]
    public required ByteSize Delta { get; init; }

    /// <summary>Files that only the measured image has.</summary>
    [JsonPropertyName("addedBytes")]
    public required ByteSize Added { get; init; }

    /// <summary>By how much files grew whose content differs.</summary>
    [JsonPropertyName("changedBytes")]
    public required ByteSize Changed { get; init; }

    /// <summary>Files that only the other image has.</summary>
    [JsonPropertyName("removedBytes")]
    public required ByteSize Removed { get; init; }

    /// <summary>How many files differ.</summary>
    public required int Files { get; init; }

    /// <summary>The measured image's Dockerfile line that brought the most of it; null: unknown, or nothing of it is there any more.</summary>
    public int? Line { get; init; }
}
