using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Content that lies in a layer for nothing.</summary>
public sealed record WasteFacts
{
    /// <summary>The path that the later layer removed or replaced; a folder ends in a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of the content that it takes from view.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }

    /// <summary>The layers that hold the content, then the one that takes it; numbers from zero, the lowest layer first.</summary>
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>How: <c>overwritten</c>, <c>copiedAgain</c> (the same content; only its owner, mode or date changed), <c>removed</c>, <c>hidden</c>, <c>replaced</c>.</summary>
    public required string Why { get; init; }

    /// <summary>The Dockerfile line that brought the most of it; null when unknown or of the base image.</summary>
    public int? Line { get; init; }

    /// <summary>The Dockerfile line that takes it; null when unknown or of the base image.</summary>
    public int? ByLine { get; init; }
}
