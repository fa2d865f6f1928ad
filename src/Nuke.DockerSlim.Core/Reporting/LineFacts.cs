using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>One instruction of the Dockerfile and what it cost. Definitions and how the figures add up: docs/measuring.md.</summary>
public sealed record LineFacts
{
    /// <summary>The stage it belongs to; <c>stage-N</c> where that has no name.</summary>
    public required string Stage { get; init; }

    /// <summary>Its first line, from one.</summary>
    public required int Line { get; init; }

    /// <summary>Its last line.</summary>
    public required int LastLine { get; init; }

    /// <summary>The instruction on one line; of a heredoc its first line.</summary>
    public required string Instruction { get; init; }

    /// <summary>
    /// Unpacked bytes of the layers of the production image that it made; of a FROM those that the base image brought. Null when it made none, or until
    /// the image is measured.
    /// </summary>
    [JsonPropertyName("layerBytes")]
    public ByteSize? Layer { get; init; }

    /// <summary>Compressed bytes of those layers; null as before. A layer that the image holds twice is counted at its first line.</summary>
    [JsonPropertyName("downloadBytes")]
    public ByteSize? Download { get; init; }

    /// <summary>What it took in the cold build, in milliseconds; zero when it is no step, or shares one with an earlier line. Null: not measured.</summary>
    public long? Cold { get; init; }

    /// <summary>What it took in the warm build, in milliseconds; null: not measured.</summary>
    public long? Warm { get; init; }

    /// <summary>What it took in the build after an edit, in milliseconds; null: not measured.</summary>
    public long? Edited { get; init; }

    /// <summary>What it took in the build after an edit to a lock or manifest file, in milliseconds; null: not measured.</summary>
    public long? DependencyEdited { get; init; }

    /// <summary>The builds that took its result from the cache: <c>cold</c>, <c>warm</c>, <c>edited</c>, <c>dependencyEdited</c>.</summary>
    public IReadOnlyList<string> Cached { get; init; } = [];
}
