namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// What the time of one build went into, in milliseconds. Each is the time during which at least one of its vertices was at work, so parallel
/// steps count once; two of them may have been at work at the same time, and what the client did before, between and after is in none.
/// </summary>
public sealed record BuildSplit
{
    /// <summary>Reading the Dockerfile and the ignore file, and asking registries what the base images are.</summary>
    public required long Resolve { get; init; }

    /// <summary>Getting base images and results of cached steps.</summary>
    public required long Pull { get; init; }

    /// <summary>Sending the build context to the builder.</summary>
    public required long Context { get; init; }

    /// <summary>Running the steps that were not cached.</summary>
    public required long Run { get; init; }

    /// <summary>Making the image and handing it over; of a build that writes the cache, that.</summary>
    public required long Export { get; init; }

    /// <summary><see cref="Run" /> of each stage, in the order they began; empty when no step ran.</summary>
    public IReadOnlyList<StageRun> Stages { get; init; } = [];
}
