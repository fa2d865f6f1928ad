using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What a person does next, by what an image came to.</summary>
internal static class NextStep
{
    /// <summary>The step, on one line without an end mark; null where there is none, or what is wrong says it itself.</summary>
    /// <param name="report">The image's report.</param>
    public static string? Of(ImageReport report) =>
        report switch
        {
            // Of an image from elsewhere nothing is built here.
            { Image.Dockerfile: null } => null,
            { Outcome: ReportOutcome.Good, Budget.Count: 0 } => "./build.sh InitSlimImage proposes limits by these figures",
            { Outcome: ReportOutcome.TestsFailed } => "./build.sh TestImage runs the tests again, with all before them from the cache",
            { Outcome: ReportOutcome.BudgetExceeded } => OverBudget(report),
            _ => null,
        };

    private static string? OverBudget(ImageReport report)
    {
        BudgetFacts[] exceeded = [.. report.Budget.Where(x => x is { IsSoft: false, Verdict: Verdict.Exceeded })];
        if (exceeded.All(x => x.Unit != "bytes"))
            return exceeded.Length == 0 ? null : "the dearest lines stand above; --build-rounds 3 tells chance from cost";
        if (Grown(report) is { } line)
            return $"line {line.Line} made it larger: take out what it adds, or raise the limit and say why";
        return report.Baseline is null
            ? "./build.sh TryAdvice tries what would make it smaller; --baseline-ref origin/main... names what this change made larger"
            : "./build.sh TryAdvice tries what would make it smaller";
    }

    private static LineDelta? Grown(ImageReport report) =>
        report.Delta?.Lines.Where(x => x is { Line: not null, LayerChange: > 0, Cause: ChangeCause.Own }).MaxBy(x => x.LayerChange);
}
