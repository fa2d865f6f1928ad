using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What all advice came to that TryAdvice kept.</summary>
public sealed record AdviceTogether
{
    /// <summary>The image's own unpacked size before; the whole one where the base image's part is unknown.</summary>
    [JsonPropertyName("unpackedBytesBefore")]
    public ByteSize Before { get; init; }

    /// <summary>The same with all of it.</summary>
    [JsonPropertyName("unpackedBytesAfter")]
    public ByteSize After { get; init; }

    /// <summary>The build after an edit before (the cold one where <c>--scenarios</c> names it), in milliseconds; null when not measured.</summary>
    public long? MillisecondsBefore { get; init; }

    /// <summary>The same with all of it.</summary>
    public long? MillisecondsAfter { get; init; }

    /// <summary>Which build these are times of: <c>edited</c> or <c>cold</c>; null when none was measured.</summary>
    public string? Build { get; init; }

    /// <summary>What the tests came to with all of it.</summary>
    public TestStatus Tests { get; init; } = TestStatus.NotRun;

    /// <summary>How many tests there were with all of it; null when unknown.</summary>
    public int? TestCount { get; init; }

    /// <summary>The production stage once it is applied, by its name.</summary>
    public required string ProductionStage { get; init; }

    /// <summary>All of it as one unified diff of the files as they are; empty when nothing was kept.</summary>
    public required string Diff { get; init; }

    /// <summary>What the definition has to say otherwise once it is applied, a sentence; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it was written into the user's files.</summary>
    public bool Applied { get; init; }
}
