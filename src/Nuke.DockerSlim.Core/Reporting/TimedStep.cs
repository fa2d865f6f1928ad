using System.Text.Json.Serialization;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A step of a timed build, and when it ran: what a timeline is drawn of.</summary>
public sealed record TimedStep
{
    /// <summary>The builder's name of it, such as <c>[test 2/3] RUN npm test</c>; of a long one its beginning.</summary>
    public required string Name { get; init; }

    /// <summary>What it does for the build.</summary>
    public required VertexKind Kind { get; init; }

    /// <summary>The Dockerfile's line that it carries out, from one; null for what belongs to none.</summary>
    public int? Line { get; init; }

    /// <summary>When it began, in milliseconds from the begin of the build's first step.</summary>
    public required long FromMilliseconds { get; init; }

    /// <summary>When it ended, from the same moment; not before it began.</summary>
    public required long ToMilliseconds { get; init; }

    /// <summary>Whether its result came from the cache.</summary>
    public required bool Cached { get; init; }

    /// <summary>Whether it is on the critical path: only such a step makes the build shorter when it gets quicker.</summary>
    [JsonPropertyName("critical")]
    public required bool IsCritical { get; init; }
}
