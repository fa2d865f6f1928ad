using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What is left out of the build context.</summary>
public sealed record IgnoredFacts
{
    /// <summary>The file that says so, relative to the root folder; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>Bytes of the files that it leaves out.</summary>
    [JsonPropertyName("bytes")]
    public required ByteSize Content { get; init; }

    /// <summary>How many files and links that are.</summary>
    public required int Files { get; init; }

    /// <summary>The largest of them, at most ten: the uppermost folders that are left out, and single files.</summary>
    public IReadOnlyList<ContextPathFacts> Largest { get; init; } = [];
}
