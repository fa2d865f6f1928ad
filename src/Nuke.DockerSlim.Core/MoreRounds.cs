using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Tells which builds are worth another round: those whose time is so near to a limit that the rounds so far do not decide.</summary>
internal static class MoreRounds
{
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
                .Where(x => x.Verdict == Verdict.Inconclusive)
                .SelectMany(x => Judged.Where(y => y.Limit == x.Name))
                .Select(x => x.Scenario)
                .Distinct(),
        ];
    }
}
