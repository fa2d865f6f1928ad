using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What an image came to, in one sentence: <c>orders-api: good - download 62.1 MB, cold 18.5 s, warm 0.19 s</c>.</summary>
public static class ReportSentence
{
    /// <summary>The sentence, on one line, harmless for terminals and logs; it has no end mark.</summary>
    /// <param name="report">The image's report.</param>
    public static string Of(ImageReport report) =>
        $"{UntrustedText.OneLine(report.Image.Name)}: {Word(report.Outcome)}{(Behind(report) is { Length: > 0 } facts ? $" - {facts}" : "")}";

    /// <summary>What is behind the outcome: the figures where it is good, else what is wrong, of which evidence on further lines is left out.</summary>
    /// <param name="report">The image's report.</param>
    internal static string Behind(ImageReport report) => UntrustedText.Lines(Facts(report)) is [var first, ..] ? first.Trim() : "";

    /// <summary>An outcome in words.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Word(ReportOutcome outcome) =>
        outcome switch
        {
            ReportOutcome.Good => "good",
            ReportOutcome.TestsFailed => "tests failed",
            ReportOutcome.SmokeFailed => "does not run",
            ReportOutcome.BudgetExceeded => "over budget",
            ReportOutcome.PolicyFailed => "policy failed",
            ReportOutcome.Failed => "failed",
            _ => "incomplete",
        };

    /// <summary>What the limits are short of, each with its numbers; empty when all hold.</summary>
    /// <param name="budget">The judged limits.</param>
    public static string Overruns(IReadOnlyList<BudgetFacts> budget) =>
        string.Join(
            "; ",
            budget
                .Where(x => !x.IsSoft)
                .Select(x => (Text: Overrun(x), x.Platform))
                .Where(x => x.Text.Length > 0)
                .Select(x => x.Text + On(x.Platform))
        );

    private static string Facts(ImageReport report) =>
        report.Outcome switch
        {
            ReportOutcome.Good => Figures(report),
            ReportOutcome.BudgetExceeded => Overruns(report.Budget) is { Length: > 0 } overruns ? overruns : report.Reason ?? "",
            ReportOutcome.TestsFailed => Tests(report.Tests) ?? report.Reason ?? report.Tests.Message ?? "",
            ReportOutcome.SmokeFailed => report.Smoke.Detail ?? report.Reason ?? "",
            ReportOutcome.PolicyFailed => report.Findings.FirstOrDefault(x => x.Severity == FindingSeverity.Error) is { } error
                ? $"{Place(error)}{error.Message.TrimEnd('.')}"
                : report.Reason ?? "",
            ReportOutcome.Failed => report.Reason ?? "",
            _ => report.Reason
                ?? (
                    report.Sizes is null ? "not measured yet"
                    : report.Tests.Status == TestStatus.NotRun ? $"its tests have not run; {Figures(report)}"
                    : Figures(report)
                ),
        };

    private static string Place(Finding finding) =>
        finding switch
        {
            { File: { } file, Line: { } line } => $"{file}:{line}: ",
            { File: { } file } => $"{file}: ",
            _ => "",
        };

    private static string? Tests(TestFacts tests) =>
        tests switch
        {
            { Failed: 1, Total: { } total, Failures: [var failure, ..] } => $"1 of {total}: {UntrustedText.OneLine(failure.Name)}",
            { Failed: > 0 and var failed, Total: { } total } => $"{failed} of {total}",
            _ => null,
        };

    private static string Figures(ImageReport report)
    {
        var builds = report.Builds;
        (string Name, string? Figure)[] figures =
        [
            ("download", report.Sizes?.Download.Text),
            ("cold", Time(builds.Cold)),
            ("warm", Time(builds.Warm)),
            ("edited", Time(builds.Edited)),
            ("ci", Time(builds.Ci)),
        ];
        return string.Join(", ", figures.Where(x => x.Figure is not null).Select(x => $"{x.Name} {x.Figure}"));
    }

    // A void figure does not mean what its name says.
    private static string? Time(TimedBuild? build) => build is { Void: null } ? TimeSpan.FromMilliseconds(build.Milliseconds).Text : null;

    private static string Overrun(BudgetFacts facts) =>
        facts switch
        {
            { Verdict: Verdict.Exceeded, Limit: { } limit, Actual: { } actual } => Exceeded(facts, limit, actual),
            { Verdict: Verdict.NotMeasured } => $"{BudgetText.Measure(facts)} was not measured, its limit is {BudgetText.Limit(facts)}",
            { Verdict: Verdict.Inconclusive, Limit: not null, Actual: { } actual } =>
                $"{BudgetText.Measure(facts)} {BudgetText.Figure(actual, facts.Unit)} is over {BudgetText.Limit(facts)} by no more than {(facts.Unit == "bytes" ? "a computed size may err" : "noise explains")}",
            { Verdict: Verdict.Inconclusive } =>
                $"{BudgetText.Measure(facts)} varies too much to be held against {BudgetText.Limit(facts)}",
            _ => "",
        };

    private static string On(string? platform) => platform is null ? "" : $" ({UntrustedText.OneLine(platform)})";

    private static string Exceeded(BudgetFacts facts, long limit, long actual)
    {
        var (shown, most) = (BudgetText.Figure(actual, facts.Unit), BudgetText.Figure(limit, facts.Unit));
        // Rounding may have eaten the difference.
        if (shown == most)
            (shown, most) = (BudgetText.Exact(actual, facts.Unit), BudgetText.Exact(limit, facts.Unit));
        return $"{BudgetText.Measure(facts)} {shown} exceeds {most} by {BudgetText.Figure(actual - limit, facts.Unit)}";
    }
}
