using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Judging;

/// <summary>
/// Holds growth against limits. Of a size, what came with another base image or by chance is nobody's growth; of a build time, only what stands out of the
/// noise is. Without a baseline there is no verdict: a branch's first run has none.
/// </summary>
public static class GrowthJudge
{
    /// <summary>The growth that is never too much where a budget does not say it.</summary>
    public static readonly ByteSize UsualFloor = new(100_000);

    internal const string Cold = "ColdGrowth";
    internal const string Warm = "WarmGrowth";
    internal const string Edited = "EditedGrowth";

    /// <summary>Judges every limit of growth that a budget has.</summary>
    /// <param name="budget">The limits.</param>
    /// <param name="delta">The image against its baseline; null when it has none.</param>
    public static IReadOnlyList<BudgetFacts> Judge(ImageBudget budget, DeltaFacts? delta)
    {
        var floor = (budget.GrowthFloor ?? UsualFloor).Bytes;
        return
        [
            .. (budget.DownloadGrowth ?? budget.SizeGrowth) is { } download
                ? (BudgetFacts[])[Size("DownloadGrowth", "downloadSize", download, floor, delta)]
                : [],
            .. (budget.UnpackedGrowth ?? budget.SizeGrowth) is { } unpacked
                ? (BudgetFacts[])[Size("UnpackedGrowth", "unpackedSize", unpacked, floor, delta)]
                : [],
            .. new[]
            {
                Time(Cold, "coldBuild", budget.ColdGrowth ?? budget.TimeGrowth, delta),
                Time(Warm, "warmBuild", budget.WarmGrowth ?? budget.TimeGrowth, delta),
                Time(Edited, "editedBuild", budget.EditedGrowth ?? budget.TimeGrowth, delta),
            }.OfType<BudgetFacts>(),
        ];
    }

    private static BudgetFacts Size(string name, string measure, SizeGrowth most, long floor, DeltaFacts? delta)
    {
        var found = delta?.Find(measure);
        var facts = new BudgetFacts
        {
            Name = name,
            Unit = "bytes",
            Verdict = Verdict.NoBaseline,
        };
        if (found is not { Before: { } before, Change: { } change })
            return facts;
        var (actual, limit) = (found.OwnChange ?? change, Math.Max(floor, most.Of(before)));
        var verdict =
            actual <= limit ? Verdict.Within
            : found.Kind == ChangeKind.Inconclusive ? Verdict.Inconclusive
            : Verdict.Exceeded;
        return facts with { Limit = limit, Actual = actual, Verdict = verdict };
    }

    // A build that was timed on neither side is not asked about.
    private static BudgetFacts? Time(string name, string measure, Percentage? limited, DeltaFacts? delta)
    {
        if (limited is not { } most)
            return null;
        var facts = new BudgetFacts
        {
            Name = name,
            Unit = "milliseconds",
            Verdict = Verdict.NoBaseline,
        };
        if (delta is null)
            return facts;
        if (delta?.Find(measure) is not { After: not null } found)
            return null;
        if (found is not { Before: { } before, Change: { } change })
            return facts;
        var limit = most.Of(before);
        return facts with
        {
            Limit = limit,
            Actual = change,
            Verdict =
                change <= limit ? Verdict.Within
                : found.Kind == ChangeKind.More ? Verdict.Exceeded
                : found.Kind == ChangeKind.Same ? Verdict.Within
                : Verdict.Inconclusive,
        };
    }
}
