using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim.Building;

/// <summary>What one build came to.</summary>
public sealed record BuildOutcome
{
    /// <summary>What it was run for.</summary>
    public required BuildScenario Scenario { get; init; }

    /// <summary>Wall clock from the start of the client to its end.</summary>
    public required TimeSpan WallClock { get; init; }

    /// <summary>What it said about itself.</summary>
    public required BuildTrace Trace { get; init; }

    /// <summary>What it wrote about its result; empty when it failed.</summary>
    public BuildMetadata Metadata { get; init; } = BuildMetadata.Empty;

    /// <summary>The text of what it wrote about its result, for a later target; null when it failed.</summary>
    public string? MetadataText { get; init; }

    /// <summary>The test results that it took out; empty when it was to take none.</summary>
    public IReadOnlyList<ResultFile> Results { get; init; } = [];

    /// <summary>Why it failed; null when it did not.</summary>
    public BuildFailure? Failure { get; init; }
}
