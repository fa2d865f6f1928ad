using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>An image of a tag's history, with its change against the one before it.</summary>
public sealed record PastStep
{
    /// <summary>The image.</summary>
    public required PastImage Image { get; init; }

    /// <summary>The download size less that of the image before; null: there is none, or it is not known.</summary>
    [JsonPropertyName("downloadChangeBytes")]
    public ByteSize? DownloadChange { get; init; }
}
