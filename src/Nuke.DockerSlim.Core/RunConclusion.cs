using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Concludes what a run came to, from the report and from what failed.</summary>
public static class RunConclusion
{
    /// <summary>Writes down what the run came to so far.</summary>
    /// <param name="work">The image.</param>
    /// <param name="failure">What failed; null when nothing did.</param>
    public static void Write(ImageWork work, DockerSlimException? failure)
    {
        if (work.Report.Image.Name.Length == 0)
        {
            // Nothing taken up yet: an earlier run's report is left as it is, unless this run is a failure of its own.
            if (failure is null || work.LacksReport)
                return;
            work.Start();
        }
        var report = work.Report;
        var isJudgement =
            failure is null or TestsFailedException or SmokeFailedException or BudgetExceededException or PushWithheldException;
        work.Update(
            report with
            {
                Outcome = isJudgement ? Outcome(report, work.Target.Definition) : ReportOutcome.Failed,
                Reason = failure is null ? null : Reason(work.Target.Definition.Name, failure),
            }
        );
    }

    // Wherever the report shows the reason it has named the image already.
    private static string Reason(string image, DockerSlimException failure)
    {
        var sentence = failure.Sentence;
        return failure is PushWithheldException && sentence.StartsWith($"{image} was ", StringComparison.Ordinal)
                ? sentence[$"{image} was ".Length..]
            : sentence.StartsWith($"{image}: ", StringComparison.Ordinal) ? sentence[$"{image}: ".Length..]
            : sentence;
    }

    private static ReportOutcome Outcome(ImageReport report, ImageDefinition definition) =>
        report switch
        {
            { Tests.Status: TestStatus.Failed } => ReportOutcome.TestsFailed,
            { Smoke.Status: SmokeStatus.Failed } => ReportOutcome.SmokeFailed,
            _ when report.Budget.Any(x => BudgetJudge.Fails(x, report.BuildsOf(x))) => ReportOutcome.BudgetExceeded,
            _ when report.Findings.Any(x => x.Severity == FindingSeverity.Error) => ReportOutcome.PolicyFailed,
            { Sizes: null } => ReportOutcome.Incomplete,
            { Tests.Status: TestStatus.NotRun } when !definition.AllowUntested => ReportOutcome.Incomplete,
            { Smoke.Status: SmokeStatus.NotRun } when definition.Smoke.IsSet => ReportOutcome.Incomplete,
            _ when report.Budget.Count == 0 && !definition.Budget.IsEmpty => ReportOutcome.Incomplete,
            _ when !PolicyJudge.IsJudged(report, definition) => ReportOutcome.Incomplete,
            _ when definition.ScanImage && report.Scan is null => ReportOutcome.Incomplete,
            _ => ReportOutcome.Good,
        };
}
