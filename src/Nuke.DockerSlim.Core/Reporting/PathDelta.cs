using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A file or folder of the image before and after.</summary>
public sealed record PathDelta
{
    /// <summary>The path; a folder's ends in a slash.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of content before; zero when it was not there, null when the baseline only lists larger ones.</summary>
    [JsonPropertyName("bytesBefore")]
    public long? Before { get; init; }

    /// <summary>Bytes of content now; zero when it is gone, null when only larger ones are listed.</summary>
    [JsonPropertyName("bytes")]
    public long? After { get; init; }

    /// <summary>The Dockerfile's line that brings it; null when it is gone or unknown.</summary>
    public int? Line { get; init; }
}
