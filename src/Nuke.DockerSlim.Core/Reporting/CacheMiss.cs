using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Why a build that should have come from the cache ran steps again.</summary>
public sealed record CacheMiss
{
    /// <summary>Which build: <c>edited</c>, or <c>warm</c> when it was not warm.</summary>
    public required string Build { get; init; }

    /// <summary>First line of the first step that ran again.</summary>
    public required int Line { get; init; }

    /// <summary>Its instruction on one line.</summary>
    public required string Instruction { get; init; }

    /// <summary>Why, a sentence without a full stop.</summary>
    public required string Cause { get; init; }

    /// <summary>The order that would have kept steps in the cache; null when none is known that would.</summary>
    public string? Advice { get; init; }

    /// <summary>What the lines took together that ran again, in milliseconds.</summary>
    [JsonPropertyName("rerunMilliseconds")]
    public required long Rerun { get; init; }

    /// <summary>The part of it that the advice saves in every such build, in milliseconds; null without advice, or where only a part of a line is saved.</summary>
    [JsonPropertyName("savedMilliseconds")]
    public long? Saved { get; init; }
}
