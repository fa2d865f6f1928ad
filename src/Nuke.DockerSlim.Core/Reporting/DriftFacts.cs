using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The change of the unpacked size, parted by who it is charged to. The parts add up to it.</summary>
public sealed record DriftFacts
{
    /// <summary>Bytes of own layers that the change itself brought.</summary>
    [JsonPropertyName("ownBytes")]
    public required long Own { get; init; }

    /// <summary>Bytes that came with another base image.</summary>
    [JsonPropertyName("baseBytes")]
    public required long Base { get; init; }

    /// <summary>Bytes of own layers although their inputs are the same.</summary>
    [JsonPropertyName("rebuildBytes")]
    public required long Rebuild { get; init; }

    /// <summary>Whether the base image is another one.</summary>
    public required bool BaseMoved { get; init; }

    /// <summary>Whether Dockerfile, context and build args are the same; null when one of the reports does not say.</summary>
    public bool? SameInputs { get; init; }
}
