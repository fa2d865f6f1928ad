using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Files of equal content under several paths.</summary>
public sealed record DuplicateFacts
{
    /// <summary>Bytes of one of them.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }

    /// <summary>How many there are, hard links once.</summary>
    public required int Copies { get; init; }

    /// <summary>The first paths, at most five.</summary>
    public required IReadOnlyList<string> Paths { get; init; }
}
