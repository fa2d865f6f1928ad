using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>Sums up the platforms of an image: all of them side by side, and the worst case on top.</summary>
internal static class PlatformSummary
{
    /// <summary>Writes the image's report anew from those of its platforms.</summary>
    /// <param name="work">The image.</param>
    public static void Write(ImageWork work)
    {
        if (work.Platforms.Count > 0 && work.Report.Image.Name.Length > 0)
            work.Update(Of(work));
    }

    /// <summary>The platform as reports name it: as its image does, once there is one.</summary>
    /// <param name="platform">One of several platforms.</param>
    public static string NameOf(ImageWork platform) => platform.Report.Image.Platform ?? platform.Target.PlatformOfSeveral!;

    private static ImageReport Of(ImageWork work)
    {
        var whole = work.Report;
        ImageReport[] reports = [.. work.Platforms.Select(x => x.Report)];
        // What has not been measured may turn out to be anything.
        var worst = reports.MaxBy(x => x.Sizes?.Download.Bytes ?? long.MaxValue)!;
        var started = reports.FirstOrDefault(x => x.Smoke.Status != SmokeStatus.NotRun);
        var tested = reports.FirstOrDefault(x => x.Tests.Status != TestStatus.NotRun);
        return worst with
        {
            CreatedAt = reports.Max(x => x.CreatedAt),
            Tool = whole.Tool,
            Builds = worst.Builds with { Test = tested?.Builds.Test },
            Platforms = [.. work.Platforms.Select(Facts)],
            Tests = tested?.Tests ?? worst.Tests,
            Smoke = started?.Smoke ?? worst.Smoke,
            Budget = [.. WorstLimits(work.Platforms)],
            Policies = [.. WorstPolicies(reports)],
            Findings = [.. Findings(worst, reports)],
            Secrets = [.. work.Platforms.SelectMany(x => x.Report.Secrets.Select(y => y with { Platform = NameOf(x) }))],
            Advice = whole.AdviceTogether is null ? worst.Advice : whole.Advice,
            AdviceTogether = whole.AdviceTogether,
            Reproducibility = reports.Select(x => x.Reproducibility).MaxBy(x => x?.Verdict),
            Push = whole.Push,
            Outcome = whole.Outcome,
            Reason = whole.Reason,
        };
    }

    private static PlatformFacts Facts(ImageWork work)
    {
        var report = work.Report;
        var isNotRun = report.Tests.Status == TestStatus.NotRun;
        return new PlatformFacts
        {
            Platform = NameOf(work),
            Report = work.Folder.PlatformReportName,
            LocalReference = report.Image.LocalReference,
            Digest = report.Image.Digest,
            ConfigDigest = report.Image.ConfigDigest,
            Sizes = report.Sizes,
            Pull = report.Pull,
            LayerCount = report.Sizes is null ? null : report.Layers.Count,
            Wasted = report.Contents?.Wasted,
            Residue = report.Contents is null ? null : new ByteSize(report.Residue.Sum(x => x.Content.Bytes)),
            PackageCount = report.Inventory?.PackageCount,
            Builds = report.Builds.WithoutTimelines(),
            Tests = report.Tests.Status,
            TestsNote = isNotRun ? report.Tests.Message : null,
            Budget = report.Budget,
        };
    }

    private static IEnumerable<BudgetFacts> WorstLimits(IReadOnlyList<ImageWork> works) =>
        works
            .SelectMany(x => x.Report.Budget.Select(y => y with { Platform = NameOf(x) }))
            .GroupBy(x => (x.Name, x.IsSoft))
            .Select(x => x.OrderByDescending(y => Rank(y.Verdict)).ThenByDescending(y => y.Actual).First());

    private static IEnumerable<PolicyFacts> WorstPolicies(IEnumerable<ImageReport> reports) =>
        reports.SelectMany(x => x.Policies).GroupBy(x => x.Name).Select(x => x.OrderByDescending(y => Rank(y.Verdict)).First());

    private static int Rank(Verdict verdict) =>
        verdict switch
        {
            Verdict.Exceeded => 4,
            Verdict.NotMeasured => 3,
            Verdict.Inconclusive => 2,
            Verdict.Within => 1,
            _ => 0,
        };

    // What a rule says of a line it says of every platform, in other numbers.
    private static IEnumerable<Finding> Findings(ImageReport worst, IEnumerable<ImageReport> reports) =>
        worst.Findings.Concat(
            reports
                .SelectMany(x => x.Findings)
                .Where(x => !worst.Findings.Any(y => (x.Rule, x.File, x.Line) == (y.Rule, y.File, y.Line)))
                .DistinctBy(x => (x.Rule, x.File, x.Line))
        );
}
