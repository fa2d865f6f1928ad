using Nuke.DockerSlim.Checking;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Publishing;

/// <summary>Decides from the report alone whether an image may be pushed.</summary>
public static class PushGate
{
    /// <summary>What stands against pushing the image; null when nothing does.</summary>
    /// <param name="report">The report so far.</param>
    /// <param name="definition">The image's definition.</param>
    public static string? Objection(ImageReport report, ImageDefinition definition) =>
        report switch
        {
            // A push that broke off is finished by another one.
            { Outcome: ReportOutcome.Failed, Push.IsBroken: false } => report.Reason ?? "the image could not be built or measured",
            { Sizes: not null, Image: { Dockerfile: null, Source: { } source } } =>
                $"what was measured last is {source}, which was not built here; run ./build.sh SlimImage",
            { Tests.Status: TestStatus.Failed } => "the tests failed",
            { Smoke.Status: SmokeStatus.Failed } => "the image does not run as it should",
            _ when report.Findings.FirstOrDefault(x => x.Severity == FindingSeverity.Error) is { } error => Clause(error),
            _ when report.Sizes is not null && Unsearched(report, definition) is { } secret =>
                $"the image was not searched for the build secret '{secret}'; run ./build.sh MeasureImage with it",
            { Tests.Status: TestStatus.NotRun } when !definition.AllowUntested =>
                "no tests were run; run ./build.sh TestImage, or set --allow-untested",
            { Smoke.Status: SmokeStatus.NotRun } when definition.Smoke.IsSet =>
                "the image has not been started to see whether it runs; run ./build.sh SmokeImage",
            { Sizes: null } or { Image.ConfigDigest: null } => "the image has not been measured; run ./build.sh MeasureImage",
            _ when report.Budget.FirstOrDefault(x => BudgetJudge.Fails(x, report.BuildsOf(x))) is { } failed => BudgetJudge.Sentence(
                failed,
                report.BuildsOf(failed)
            ) + (failed.Platform is { } platform ? $" ({platform})" : ""),
            _ when !definition.Budget.IsEmpty && report.Budget.Count == 0 => "the budget has not been checked; run ./build.sh CheckBudgets",
            _ when definition.ScanImage && report.Scan is null =>
                "the image has not been scanned for vulnerabilities; run ./build.sh MeasureImage --scan-image",
            _ when !PolicyJudge.IsJudged(report, definition) =>
                "what is forbidden in the image has not been checked; run ./build.sh CheckBudgets",
            _ when definition.Tags.Count == 0 => "there is no tag to push under; name one with --image-tags",
            _ => null,
        };

    private static string? Unsearched(ImageReport report, ImageDefinition definition) =>
        definition
            .BuildSecrets.Select(x => BuildSecret.Parse(x).Id)
            .FirstOrDefault(x => report.Secrets.All(y => y.Id != x || y.Place == "log"));

    // What is in the image is told by its own sentence, which goes on behind a colon.
    private static string Clause(Finding error) =>
        error.Rule is MeasuredRules.SecretFound or MeasuredRules.NotReproducible or MeasuredRules.TimesNotReproducible or ScanJudge.Rule
        || error.Rule.StartsWith(PolicyJudge.Rule, StringComparison.Ordinal)
            ? char.ToLowerInvariant(error.Message[0]) + error.Message[1..].TrimEnd('.')
            : $"the Dockerfile has an error ({error.Rule}, line {error.Line})";
}
