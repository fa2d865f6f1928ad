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

    /// <summary>What the time went into; null when it is not known.</summary>
    public BuildSplit? Split { get; init; }

    /// <summary>All rounds in the order they ran; the figure is that of the quickest that counts. Empty when it is not known.</summary>
    public IReadOnlyList<BuildRound> Rounds { get; init; } = [];

    /// <summary>The file that was changed before the build, relative to the build context; null where none was.</summary>
    public string? EditedFile { get; init; }
}
