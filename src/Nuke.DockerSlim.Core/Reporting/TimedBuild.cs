namespace Nuke.DockerSlim.Reporting;

/// <summary>One timed build.</summary>
public sealed record TimedBuild
{
    /// <summary>Wall clock of the docker client, in milliseconds.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>RUN, COPY and ADD steps of the stages that the build needed.</summary>
    public required int Steps { get; init; }

    /// <summary>Those of them whose result came from the cache.</summary>
    public required int CachedSteps { get; init; }

    /// <summary>Why the figure does not mean what its name says; null when it does.</summary>
    public string? Void { get; init; }
}
