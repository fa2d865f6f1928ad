using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>One instruction of the Dockerfile before and after. Lines are matched by what they say, not by their numbers: docs/baselines.md.</summary>
public sealed record LineDelta
{
    /// <summary>Its stage; for one that is gone, the stage that it was in.</summary>
    public required string Stage { get; init; }

    /// <summary>Its line now; null when it is gone.</summary>
    public int? Line { get; init; }

    /// <summary>Its line in the baseline's Dockerfile; null when it is new.</summary>
    public int? LineBefore { get; init; }

    /// <summary>The instruction on one line; for one that is gone, as it was.</summary>
    public required string Instruction { get; init; }

    /// <summary>What it said before; null when it says the same, is new or gone.</summary>
    public string? InstructionBefore { get; init; }

    /// <summary>Unpacked bytes of its layers now less those before; null when that cannot be told.</summary>
    [JsonPropertyName("layerBytesChange")]
    public long? LayerChange { get; init; }

    /// <summary>Compressed bytes of them now less those before; null when that cannot be told.</summary>
    [JsonPropertyName("downloadBytesChange")]
    public long? DownloadChange { get; init; }

    /// <summary>Milliseconds of the cold build now less those before; null when one of them was not timed.</summary>
    public long? ColdChange { get; init; }

    /// <summary>Who the bytes are charged to.</summary>
    public required ChangeCause Cause { get; init; }
}
