using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Something worth knowing about the Dockerfile or the image, with its place and its fix.</summary>
public sealed record Finding
{
    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>How bad it is.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The file, relative to the root folder; null when it has no place.</summary>
    public string? File { get; init; }

    /// <summary>The line, from one; null when it has none.</summary>
    public int? Line { get; init; }

    /// <summary>The finding, a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What to do; null when nothing definite is known.</summary>
    public string? Fix { get; init; }

    /// <summary>What the fix would save, unpacked; null when unknown.</summary>
    [JsonPropertyName("savingBytes")]
    public ByteSize? Saving { get; init; }
}
