using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Whether the production image still runs.</summary>
public sealed record SmokeFacts
{
    /// <summary>The result.</summary>
    public SmokeStatus Status { get; init; } = SmokeStatus.NotRun;

    /// <summary>What held, or what did not; of a platform that was not started, which one was; null when none was.</summary>
    public string? Detail { get; init; }

    /// <summary>From the container's start until that was known, in milliseconds; null when it was not started.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>The container's last lines, where it failed.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];

    /// <summary>Where the file lies that the last lines name as missing, a sentence each; empty where none is named, or nobody knows.</summary>
    [JsonPropertyName("missingFiles")]
    public IReadOnlyList<string> Missing { get; init; } = [];
}
