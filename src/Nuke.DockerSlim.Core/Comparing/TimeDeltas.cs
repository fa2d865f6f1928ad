using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>The build times of two reports, before and after.</summary>
internal static class TimeDeltas
{
    private const string Unit = "milliseconds";

    /// <summary>One measure for each scenario.</summary>
    /// <param name="before">The baseline's builds.</param>
    /// <param name="after">This image's.</param>
    public static IEnumerable<MeasureDelta> Of(BuildFacts before, BuildFacts after) =>
        [
            Delta("coldBuild", before.Cold, after.Cold),
            Delta("warmBuild", before.Warm, after.Warm),
            Delta("editedBuild", before.Edited, after.Edited),
            Delta("dependencyEditedBuild", before.DependencyEdited, after.DependencyEdited),
            Delta("ciBuild", before.Ci, after.Ci),
            Delta("testBuild", before.Test, after.Test),
        ];

    private static MeasureDelta Delta(string name, TimedBuild? before, TimedBuild? after)
    {
        var (old, now) = (before?.CountingRounds() ?? [], after?.CountingRounds() ?? []);
        var delta = new MeasureDelta
        {
            Name = name,
            Unit = Unit,
            Before = old.Count > 0 ? before!.Milliseconds : null,
            After = now.Count > 0 ? after!.Milliseconds : null,
            Kind = ChangeKind.Unknown,
        };
        if (delta is not { Before: { } figure, After: { } current })
            return delta;
        var verdict = TimeRule.Judge(old, now);
        return delta with
        {
            Change = current - figure,
            Percent = MeasureDeltas.Percentage(figure, current - figure),
            // How much of the test build comes from the cache is chance of the order: its time says something about this run only.
            Kind =
                !HasSameWork(before!, after!) ? ChangeKind.Unknown
                // What other images' builds took from one of them nobody knows.
                : (before!.ParallelImages ?? after!.ParallelImages) is not null ? ChangeKind.Inconclusive
                : verdict.Kind,
            NoisePercent = Math.Round(100 * verdict.Noise, 1),
        };
    }

    // Where the cache gave more or less, the times are of different work; for a cold or warm build that is what changed.
    private static bool HasSameWork(TimedBuild before, TimedBuild after) =>
        before.CachedSteps == before.Steps == (after.CachedSteps == after.Steps) && (before.CachedSteps == 0) == (after.CachedSteps == 0);
}
