using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The builds that were timed; null is one that was not run.</summary>
public sealed record BuildFacts
{
    /// <summary>The production stage without layer cache and with empty cache mounts.</summary>
    public TimedBuild? Cold { get; init; }

    /// <summary>The production stage again, nothing changed.</summary>
    public TimedBuild? Warm { get; init; }

    /// <summary>The production stage after an edit to one source file.</summary>
    public TimedBuild? Edited { get; init; }

    /// <summary>The production stage after an edit to one lock or manifest file.</summary>
    public TimedBuild? DependencyEdited { get; init; }

    /// <summary>The test stage.</summary>
    public TimedBuild? Test { get; init; }

    /// <summary>The writing of the cache to where it is kept for other machines: a build of its own, with every step from the cache.</summary>
    public TimedBuild? CacheExport { get; init; }

    /// <summary>The production stage in a builder that holds nothing, from the caches that the image reads.</summary>
    public TimedBuild? Ci { get; init; }

    /// <summary>These facts with one build's figures in their place; a build that is not timed has none.</summary>
    /// <param name="scenario">What the build was run for.</param>
    /// <param name="build">Its figures.</param>
    public BuildFacts With(BuildScenario scenario, TimedBuild build) =>
        scenario switch
        {
            BuildScenario.Cold => this with { Cold = build },
            BuildScenario.Warm => this with { Warm = build },
            BuildScenario.Edited => this with { Edited = build },
            BuildScenario.DependencyEdited => this with { DependencyEdited = build },
            BuildScenario.Test => this with { Test = build },
            BuildScenario.CacheExport => this with { CacheExport = build },
            BuildScenario.Ci => this with { Ci = build },
            _ => this,
        };

    /// <summary>One of them; null when it was not timed.</summary>
    /// <param name="scenario">What the build was run for.</param>
    public TimedBuild? Of(BuildScenario scenario) =>
        scenario switch
        {
            BuildScenario.Cold => Cold,
            BuildScenario.Warm => Warm,
            BuildScenario.Edited => Edited,
            BuildScenario.DependencyEdited => DependencyEdited,
            BuildScenario.Test => Test,
            BuildScenario.CacheExport => CacheExport,
            BuildScenario.Ci => Ci,
            _ => null,
        };

    /// <summary>The same figures without the steps behind them, for where these stand elsewhere.</summary>
    internal BuildFacts WithoutTimelines() =>
        Enum.GetValues<BuildScenario>()
            .Aggregate(this, (facts, x) => facts.Of(x) is { } build ? facts.With(x, build with { Timeline = [] }) : facts);
}
