using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A package in an image.</summary>
public sealed record PackageFacts
{
    /// <summary>Whose it is: <c>dpkg</c>, <c>apk</c>, <c>npm</c>, <c>python</c>, <c>nuget</c>, <c>go</c> or <c>jar</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name, an npm scope included.</summary>
    public required string Name { get; init; }

    /// <summary>Its version; null when nothing tells.</summary>
    public string? Version { get; init; }

    /// <summary>What tells it from others of the name: the architecture (dpkg, apk), the group (jar); null when there is nothing.</summary>
    public string? Qualifier { get; init; }

    /// <summary>Bytes that it takes: as its own metadata has them (dpkg, apk), of its folders (npm), of its file (jar); null when unknown.</summary>
    [JsonPropertyName("bytes")]
    public ByteSize? Content { get; init; }

    /// <summary>The file that names it; the first where several do.</summary>
    public required string Path { get; init; }

    /// <summary>The layer that brought it, from zero.</summary>
    public required int Layer { get; init; }

    /// <summary>The Dockerfile line of that layer; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>Whether the base image brought it; null when that is unknown.</summary>
    public bool? FromBase { get; init; }
}
