using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Judging;

/// <summary>
/// Holds figures against limits. A figure equal to its limit is within it; no limit means no verdict; a build that is over it by no more than noise is
/// inconclusive.
/// </summary>
public static class BudgetJudge
{
    private const string Packages = "packages";

    /// <summary>Judges every limit of a budget, so that a run fails once and says all.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="sizes">The sizes; null when they were not measured.</param>
    /// <param name="builds">The timed builds.</param>
    /// <param name="inventory">The packages; null when they were not counted.</param>
    public static IReadOnlyList<BudgetFacts> Judge(
        ImageBudget budget,
        SizeFacts? sizes,
        BuildFacts builds,
        InventoryFacts? inventory = null
    ) =>
        [
            .. (
                (BudgetFacts[])
                    [
                        Rule(nameof(budget.DownloadSize), "bytes", budget.DownloadSize?.Bytes, sizes?.Download.Bytes),
                        Rule(nameof(budget.UnpackedSize), "bytes", budget.UnpackedSize?.Bytes, sizes?.Unpacked.Bytes),
                        // The rows of the sizes show them where they have no limit.
                        .. (
                            (BudgetFacts[])
                                [
                                    Rule(nameof(budget.OwnDownloadSize), "bytes", budget.OwnDownloadSize?.Bytes, sizes?.OwnDownload?.Bytes),
                                    Rule(nameof(budget.OwnUnpackedSize), "bytes", budget.OwnUnpackedSize?.Bytes, sizes?.OwnUnpacked?.Bytes),
                                ]
                        ).Where(x => x.Limit is not null),
                        Time(nameof(budget.ColdBuild), budget.ColdBuild, builds.Cold),
                        Time(nameof(budget.WarmBuild), budget.WarmBuild, builds.Warm),
                        Time(nameof(budget.EditedBuild), budget.EditedBuild, builds.Edited),
                        Time(nameof(budget.CiBuild), budget.CiBuild, builds.Ci),
                        Rule(nameof(budget.PackageCount), Packages, budget.PackageCount, Counted(inventory, budget.PackageCount)),
                    ]
            ).Where(x => x.Verdict != Verdict.NotMeasured || x.Limit is not null),
        ];

    /// <summary>Whether a verdict keeps the image from being pushed: exceeded, or asked for and not to be had.</summary>
    /// <param name="budget">The verdict.</param>
    /// <param name="builds">The timed builds: a void measurement cannot satisfy a limit.</param>
    public static bool Fails(BudgetFacts budget, BuildFacts builds) =>
        !budget.IsSoft
        && budget.Verdict switch
        {
            Verdict.Exceeded => true,
            Verdict.NotMeasured => Timed(budget.Name) is null || Build(budget.Name, builds)?.Void is not null,
            _ => false,
        };

    /// <summary>The sentence about a limit that is not met: figure, limit and by how much.</summary>
    /// <param name="budget">The verdict.</param>
    /// <param name="builds">The timed builds.</param>
    public static string Sentence(BudgetFacts budget, BuildFacts builds)
    {
        var name = Name(budget.Name);
        var voided = Build(budget.Name, builds)?.Void;
        return budget is { Actual: { } actual, Limit: { } limit }
            ? $"{name} {Overrun(budget.Unit, actual, limit)} by {Text(budget.Unit, actual - limit)}"
            : $"{name} has a limit of {Text(budget.Unit, budget.Limit ?? 0)} but no figure{Why(budget, voided)}";
    }

    private static string Why(BudgetFacts budget, string? voided) =>
        voided is not null ? $" ({voided})"
        : budget.Name == nameof(ImageBudget.PackageCount) ? " (not all packages could be counted: inventory.gap in the report says why)"
        : "";

    /// <summary>What a limit is called in a sentence: <c>download size</c>, <c>cold build</c>.</summary>
    /// <param name="property">The property's name.</param>
    public static string Name(string property) => BudgetText.Measure(property);

    /// <summary>A figure in its unit, for people.</summary>
    /// <param name="unit"><c>bytes</c>, <c>milliseconds</c> or <c>packages</c>.</param>
    /// <param name="value">The figure.</param>
    public static string Text(string unit, long value) =>
        unit switch
        {
            "bytes" => new ByteSize(value).Text,
            Packages => BudgetText.Exact(value, unit),
            _ => TimeSpan.FromMilliseconds(value).Text,
        };

    private static BuildScenario? Timed(string property) =>
        property switch
        {
            nameof(ImageBudget.ColdBuild) => BuildScenario.Cold,
            nameof(ImageBudget.WarmBuild) => BuildScenario.Warm,
            nameof(ImageBudget.EditedBuild) => BuildScenario.Edited,
            nameof(ImageBudget.CiBuild) => BuildScenario.Ci,
            _ => null,
        };

    private static TimedBuild? Build(string property, BuildFacts builds) => Timed(property) is { } scenario ? builds.Of(scenario) : null;

    // Rounding may have eaten the difference.
    private static string Overrun(string unit, long actual, long limit) =>
        Text(unit, actual) == Text(unit, limit)
            ? $"{BudgetText.Exact(actual, unit)} exceeds {BudgetText.Exact(limit, unit)}"
            : $"{Text(unit, actual)} exceeds {Text(unit, limit)}";

    private static BudgetFacts Rule(string name, string unit, long? limit, long? actual) =>
        new()
        {
            Name = name,
            Unit = unit,
            Limit = limit,
            Actual = actual,
            Verdict = (limit, actual) switch
            {
                (_, null) => Verdict.NotMeasured,
                (null, _) => Verdict.NotLimited,
                ({ } most, { } figure) => figure > most ? Verdict.Exceeded : Verdict.Within,
            },
        };

    // The least counts; where even that is over, it has to be by more than the noise. Beside other builds it says nothing about this one.
    private static BudgetFacts Time(string name, TimeSpan? limit, TimedBuild? build)
    {
        var facts = Rule(
            name,
            "milliseconds",
            limit is { } most ? (long)most.TotalMilliseconds : null,
            build is { Void: null } ? build.Milliseconds : null
        );
        return
            facts is { Verdict: Verdict.Exceeded, Limit: { } over }
            && (build!.ParallelImages is not null || !TimeRule.IsOver(build.CountingRounds(), over))
            ? facts with
            {
                Verdict = Verdict.Inconclusive,
            }
            : facts;
    }

    // More than the limit is too many, whatever else there is; fewer prove nothing where not all were counted.
    private static long? Counted(InventoryFacts? inventory, int? limit) =>
        inventory is not null && (inventory.PackageCountIsWhole || limit is null || inventory.PackageCount > limit)
            ? inventory.PackageCount
            : null;
}
