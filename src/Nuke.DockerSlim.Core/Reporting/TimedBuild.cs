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

    /// <summary>
    /// How many images the run built at the same time, at most; null where this one was built alone. A build beside others is no measure of what it takes alone:
    /// they take processors and network from each other, and do steps for each other.
    /// </summary>
    public int? ParallelImages { get; init; }

    /// <summary>What the time went into; null when it is not known.</summary>
    public BuildSplit? Split { get; init; }

    /// <summary>All rounds in the order they ran; the figure is that of the quickest that counts. Empty when it is not known.</summary>
    public IReadOnlyList<BuildRound> Rounds { get; init; } = [];

    /// <summary>
    /// By how much the rounds that count differ among themselves: the standard deviation of their logarithms, in percent; null with fewer than two.
    /// </summary>
    public double? NoisePercent { get; init; }

    /// <summary>The rounds that count, in milliseconds; none where the figure is void. Reports of older versions have no rounds, only the figure.</summary>
    public IReadOnlyList<long> CountingRounds() =>
        Void is not null ? []
        : Rounds.Where(x => x.Void is null).Select(x => x.Milliseconds).ToArray() is { Length: > 0 } rounds ? rounds
        : [Milliseconds];

    /// <summary>The file that was changed before the build, relative to the build context; null where none was.</summary>
    public string? EditedFile { get; init; }

    /// <summary>The build's steps in the order they began, at most 300; empty where they are not known.</summary>
    public IReadOnlyList<TimedStep> Timeline { get; init; } = [];
}
