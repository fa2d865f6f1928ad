using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Tells which builds are worth another round: those whose time is so near to a limit that the rounds so far do not decide, and those that would fail the run
/// by a round or two.
/// </summary>
internal static class MoreRounds
{
    private const int HopelesslyOver = 2;
    private const int Enough = 3;

    private static readonly (string Limit, BuildScenario Scenario)[] Judged =
    [
        (nameof(ImageBudget.ColdBuild), BuildScenario.Cold),
        (nameof(ImageBudget.WarmBuild), BuildScenario.Warm),
        (nameof(ImageBudget.EditedBuild), BuildScenario.Edited),
        (GrowthJudge.Cold, BuildScenario.Cold),
        (GrowthJudge.Warm, BuildScenario.Warm),
        (GrowthJudge.Edited, BuildScenario.Edited),
    ];

    /// <summary>The scenarios.</summary>
    /// <param name="budget">The limits, hard or soft.</param>
    /// <param name="builds">The builds so far.</param>
    /// <param name="before">Those of what the image is held against; null when there are none.</param>
    public static IReadOnlyList<BuildScenario> Of(ImageBudget budget, BuildFacts builds, BuildFacts? before)
    {
        var times = budget with { SizeGrowth = null, DownloadGrowth = null, UnpackedGrowth = null };
        var delta = before is null ? null : new DeltaFacts { Measures = [.. TimeDeltas.Of(before, builds)] };
        return
        [
            .. BudgetJudge
                .Judge(times, null, builds)
                .Concat(GrowthJudge.Judge(times, delta))
                .SelectMany(x => Judged.Where(y => y.Limit == x.Name && IsWorthIt(x, builds.Of(y.Scenario))).Select(y => y.Scenario))
                .Distinct(),
        ];
    }

    // Beside other builds another round would say no more. One slow round is no reason to fail, whatever the noise is said to be; where twice the limit was needed no round would help.
    private static bool IsWorthIt(BudgetFacts facts, TimedBuild? build) =>
        build?.ParallelImages is null
        && (
            facts.Verdict == Verdict.Inconclusive
            || (
                facts.Verdict == Verdict.Exceeded
                && build?.CountingRounds().Count < Enough
                && (facts.Name is GrowthJudge.Cold or GrowthJudge.Warm or GrowthJudge.Edited || facts.Actual < HopelesslyOver * facts.Limit)
            )
        );
}
