using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A layer of one of two images, with what it has to do with their difference.</summary>
public sealed record ComparedLine
{
    /// <summary>The layer, from zero.</summary>
    public required int Layer { get; init; }

    /// <summary>Its Dockerfile line; null: unknown, as in an image that was not built here.</summary>
    public int? Line { get; init; }

    /// <summary>Its instruction, from the Dockerfile or else from the image's history; null: neither tells.</summary>
    public string? Instruction { get; init; }

    /// <summary>Bytes of the files that differ.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }
}
