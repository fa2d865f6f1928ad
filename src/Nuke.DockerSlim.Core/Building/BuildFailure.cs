namespace Nuke.DockerSlim.Building;

/// <summary>Where and why a build failed.</summary>
public sealed record BuildFailure
{
    /// <summary>Why.</summary>
    public required BuildFailureKind Kind { get; init; }

    /// <summary>What the builder said, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The Dockerfile's line, from one; null when the builder named none.</summary>
    public int? Line { get; init; }

    /// <summary>The stage of the step that failed; null when none did.</summary>
    public string? Stage { get; init; }

    /// <summary>The instruction that failed; null when none did.</summary>
    public string? Instruction { get; init; }

    /// <summary>The last lines that the failed step wrote.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];
}
