using Nuke.DockerSlim.Configuration;
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
            Budget = Limits(definition, report),
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

    // A soft limit alone takes the place of the hard one that there is not.
    private static IReadOnlyList<BudgetFacts> Limits(ImageDefinition definition, ImageReport report)
    {
        var platform = report.Image.Platform;
        var soft = Judged(definition.SoftBudgetFor(platform), report)
            .Where(x => x.Limit is not null || x.Verdict == Verdict.NoBaseline)
            .Select(x => x with { IsSoft = true })
            .ToArray();
        return
        [
            .. Judged(definition.BudgetFor(platform), report).Where(x => x.Limit is not null || soft.All(y => y.Name != x.Name)),
            .. soft,
        ];
    }

    private static IEnumerable<BudgetFacts> Judged(ImageBudget budget, ImageReport report) =>
        BudgetJudge.Judge(budget, report.Sizes, report.Builds, report.Inventory).Concat(GrowthJudge.Judge(budget, report.Delta));

    private static bool IsVerdict(Finding finding) =>
        finding.Rule == ScanJudge.Rule || finding.Rule.StartsWith(PolicyJudge.Rule, StringComparison.Ordinal);
}
