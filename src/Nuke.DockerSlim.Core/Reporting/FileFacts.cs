using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A file of an image, or a folder with all that is in it.</summary>
public sealed record FileFacts
{
    /// <summary>The path; bytes that are no UTF-8 are written as <c>\xNN</c>, a folder ends in a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of content.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }

    /// <summary>The layer that brought it, or most of it; from zero, the lowest first.</summary>
    public required int Layer { get; init; }

    /// <summary>The Dockerfile line of that layer; null when unknown.</summary>
    public int? Line { get; init; }
}
