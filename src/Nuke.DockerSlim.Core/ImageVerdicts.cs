using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim;

/// <summary>Judges an image: its figures against the limits, its contents against what is forbidden.</summary>
internal static class ImageVerdicts
{
    /// <summary>Judges all at once, and writes the verdicts down.</summary>
    /// <param name="work">The image.</param>
    /// <exception cref="BudgetExceededException">Something does not hold; the message names each.</exception>
    public static void Write(ImageWork work)
    {
        if (work.Baseline is not null)
            BaselineWork.Compare(work);
        var (definition, report) = (work.Target.Definition, work.Report);
        var policies = PolicyJudge.Judge(definition.ForbidInImage, report);
        var violations = PolicyJudge.Findings(policies, report).ToArray();
        report = report with
        {
            Budget =
            [
                .. BudgetJudge.Judge(definition.Budget, report.Sizes, report.Builds, report.Inventory),
                .. GrowthJudge.Judge(definition.Budget, report.Delta),
            ],
            Policies = policies,
            Findings = [.. report.Findings.Where(x => !x.Rule.StartsWith(PolicyJudge.Rule, StringComparison.Ordinal)), .. violations],
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
}
