using System.Globalization;
using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Workflows;

/// <summary>What reports say as remarks on lines of Dockerfiles: exceeded limits, failed tests, findings.</summary>
public static class WorkflowAnnotations
{
    /// <summary>How many errors and how many warnings GitHub shows of one step; the rest is counted.</summary>
    public const int Most = 10;

    private sealed record Remark(FindingSeverity Severity, string Message, string? File, int? Line, string Title);

    /// <summary>The lines to print, each a command of the runner's; what is only good to know has none.</summary>
    /// <param name="reports">The images' reports.</param>
    /// <param name="pathOf">The path of a file from the root of the repository on, as GitHub names it, by the name that reports give it.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<ImageReport> reports, Func<string, string> pathOf)
    {
        var remarks = reports.SelectMany(x => Limits(x).Concat(Tests(x)).Concat(Findings(x))).Distinct().ToArray();
        Remark[] shown =
        [
            .. remarks.Where(x => x.Severity == FindingSeverity.Error).Take(Most),
            .. remarks.Where(x => x.Severity == FindingSeverity.Warning).Take(Most),
        ];
        var lines = shown.Select(x =>
            WorkflowCommand.Annotation(x.Severity, x.Message, x.File is { } file ? pathOf(file) : null, x.Line, x.Title)
        );
        return remarks.Length == shown.Length ? [.. lines] : [.. lines, Rest([.. remarks.Except(shown)])];
    }

    private static string Rest(Remark[] remarks)
    {
        var (errors, warnings) = (
            remarks.Count(x => x.Severity == FindingSeverity.Error),
            remarks.Count(x => x.Severity == FindingSeverity.Warning)
        );
        var counts = new[] { Counted(errors, "error"), Counted(warnings, "warning") }.Where(x => x.Length > 0);
        return WorkflowCommand.Annotation(
            FindingSeverity.Info,
            $"{string.Join(" and ", counts)} more, in the report.",
            title: "Nuke.DockerSlim"
        );
    }

    private static string Counted(int count, string word) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {word}{(count == 1 ? "" : "s")}");

    private static IEnumerable<Remark> Limits(ImageReport report) =>
        from limit in report.Budget
        let overrun = limit.Verdict == Verdict.NoBaseline ? "" : ReportSentence.Overruns([limit with { IsSoft = false }])
        where overrun.Length > 0
        let line = BlamedLine.OfLimit(report, limit.Name)
        let blame = line is null ? "" : $"; most of it by line {line.Line.ToString(CultureInfo.InvariantCulture)}, {line.Figure}"
        // What fails nothing is no error.
        select new Remark(
            limit.IsSoft || limit.Verdict == Verdict.Inconclusive ? FindingSeverity.Warning : FindingSeverity.Error,
            $"{report.Image.Name}: {overrun}{(limit.IsSoft ? " (a soft limit)" : "")}{blame}.",
            report.Image.Dockerfile,
            line?.Line ?? 1,
            $"{report.Image.Name}: {BudgetText.Measure(limit)}"
        );

    private static IEnumerable<Remark> Tests(ImageReport report)
    {
        var tests = report.Tests;
        if (tests.Status != TestStatus.Failed)
            return [];
        var what = CommentTests.FailedCount(tests) ?? "the tests failed";
        var names = tests.Failures.Count == 0 ? "" : $": {string.Join("; ", tests.Failures.Take(5).Select(x => x.Name))}";
        return [new(FindingSeverity.Error, $"{report.Image.Name}: {what}{names}", null, null, $"{report.Image.Name}: tests")];
    }

    private static IEnumerable<Remark> Findings(ImageReport report) =>
        report
            .Findings.Where(x => x.Severity != FindingSeverity.Info)
            .Select(x => new Remark(
                x.Severity,
                x.Fix is { } fix ? $"{x.Message.TrimEnd('.')}. Fix: {fix}" : x.Message,
                x.File ?? report.Image.Dockerfile,
                x.Line ?? 1,
                $"{report.Image.Name}: {x.Rule}"
            ));
}
