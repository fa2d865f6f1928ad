using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Judges an image: its figures against the limits, its contents against what is forbidden.</summary>
internal static class ImageVerdicts
{
    /// <summary>Judges all at once, and writes the verdicts down.</summary>
    /// <param name="work">The image.</param>
    /// <exception cref="BudgetExceededException">Something does not hold; the message names each.</exception>
    public static void Write(ImageWork work)
    {
        var (definition, report) = (work.Target.Definition, BaselineWork.Compare(work, work.Report));
        var policies = PolicyJudge.Judge(definition.ForbidInImage, report);
        var vulnerable = ScanJudge.Judge(definition, report);
        Finding[] violations = [.. PolicyJudge.Findings(policies, report), .. vulnerable is null ? (Finding[])[] : [vulnerable]];
        report = report with
        {
            Budget =
            [
                .. BudgetJudge.Judge(definition.Budget, report.Sizes, report.Builds, report.Inventory),
                .. GrowthJudge.Judge(definition.Budget, report.Delta),
            ],
            Policies = policies,
            Findings = [.. report.Findings.Where(x => !IsVerdict(x)), .. violations],
        };
        work.Update(report);
        var sentences = report
            .Budget.Where(x => BudgetJudge.Fails(x, report.Builds))
            .Select(x => $"{BudgetJudge.Sentence(x, report.Builds)}.")
            .Concat(violations.Select(x => $"{x.Message} {x.Fix}"))
            .ToArray();
        if (sentences.Length > 0)
            throw new BudgetExceededException(string.Join(Environment.NewLine, sentences.Select(x => $"{work.Target.Label}: {x}")));
    }

    private static bool IsVerdict(Finding finding) =>
        finding.Rule == ScanJudge.Rule || finding.Rule.StartsWith(PolicyJudge.Rule, StringComparison.Ordinal);
}
