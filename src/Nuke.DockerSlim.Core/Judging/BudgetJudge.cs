using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Judging;

/// <summary>Holds figures against limits. A figure equal to its limit is within it; no limit means no verdict.</summary>
public static class BudgetJudge
{
    /// <summary>Judges every limit of a budget, so that a run fails once and says all.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="sizes">The sizes; null when they were not measured.</param>
    /// <param name="builds">The timed builds.</param>
    public static IReadOnlyList<BudgetFacts> Judge(ImageBudget budget, SizeFacts? sizes, BuildFacts builds) =>
        [
            .. new[]
            {
                Rule(nameof(budget.DownloadSize), "bytes", budget.DownloadSize?.Bytes, sizes?.Download.Bytes),
                Rule(nameof(budget.UnpackedSize), "bytes", budget.UnpackedSize?.Bytes, sizes?.Unpacked.Bytes),
                Rule(nameof(budget.ColdBuild), "milliseconds", Milliseconds(budget.ColdBuild), Valid(builds.Cold)),
                Rule(nameof(budget.WarmBuild), "milliseconds", Milliseconds(budget.WarmBuild), Valid(builds.Warm)),
                Rule(nameof(budget.EditedBuild), "milliseconds", Milliseconds(budget.EditedBuild), Valid(builds.Edited)),
            }.Where(x => x.Verdict != Verdict.NotMeasured || x.Limit is not null),
        ];

    /// <summary>Whether a verdict keeps the image from being pushed: exceeded, or asked for and not to be had.</summary>
    /// <param name="budget">The verdict.</param>
    /// <param name="builds">The timed builds: a void measurement cannot satisfy a limit.</param>
    public static bool Fails(BudgetFacts budget, BuildFacts builds) =>
        budget.Verdict switch
        {
            Verdict.Exceeded => true,
            Verdict.NotMeasured => !IsTime(budget.Name) || Build(budget.Name, builds)?.Void is not null,
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
            : $"{name} has a limit of {Text(budget.Unit, budget.Limit ?? 0)} but no figure{(voided is null ? "" : $" ({voided})")}";
    }

    /// <summary>What a limit is called in a sentence: <c>download size</c>, <c>cold build</c>.</summary>
    /// <param name="property">The property's name.</param>
    public static string Name(string property) =>
        property switch
        {
            nameof(ImageBudget.DownloadSize) => "download size",
            nameof(ImageBudget.UnpackedSize) => "unpacked size",
            nameof(ImageBudget.ColdBuild) => "cold build",
            nameof(ImageBudget.WarmBuild) => "warm build",
            nameof(ImageBudget.EditedBuild) => "edited build",
            _ => property,
        };

    /// <summary>A figure in its unit, for people.</summary>
    /// <param name="unit"><c>bytes</c> or <c>milliseconds</c>.</param>
    /// <param name="value">The figure.</param>
    public static string Text(string unit, long value) =>
        unit == "bytes" ? new ByteSize(value).Text : TimeSpan.FromMilliseconds(value).Text;

    private static bool IsTime(string property) =>
        property is nameof(ImageBudget.ColdBuild) or nameof(ImageBudget.WarmBuild) or nameof(ImageBudget.EditedBuild);

    private static TimedBuild? Build(string property, BuildFacts builds) =>
        property switch
        {
            nameof(ImageBudget.ColdBuild) => builds.Cold,
            nameof(ImageBudget.WarmBuild) => builds.Warm,
            nameof(ImageBudget.EditedBuild) => builds.Edited,
            _ => null,
        };

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

    private static long? Milliseconds(TimeSpan? limit) => limit is { } x ? (long)x.TotalMilliseconds : null;

    private static long? Valid(TimedBuild? build) => build is { Void: null } ? build.Milliseconds : null;
}
