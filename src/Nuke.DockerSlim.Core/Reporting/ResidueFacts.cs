using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Something in an image that a service does not need to run.</summary>
public sealed record ResidueFacts
{
    /// <summary>What it is, such as <c>apt-lists</c> or <c>compiler</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it lies; a folder ends in a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of its content.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }

    /// <summary>How many files it is.</summary>
    public required int Files { get; init; }

    /// <summary>The Dockerfile line that brought the most of it; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>Whether the base image brought it; null when that is unknown.</summary>
    public bool? FromBase { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }
}
