using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>A report of several platforms: the second downloads more, the third is slower, the fourth is not measured yet.</summary>
internal static class SamplePlatforms
{
    public static ImageReport Report { get; } =
        SampleReports.Good with
        {
            Image = SampleReports.Good.Image with { Platform = "linux/arm64", LocalReference = "orders-api:dockerslim-linux-arm64" },
            Platforms =
            [
                Of("linux/amd64", 60_112_480, 18_512) with
                {
                    Tests = TestStatus.Passed,
                    TestsNote = null,
                },
                Of("linux/arm64", 62_112_480, 19_004) with
                {
                    Digest = null,
                },
                Of("linux/arm/v7", 58_000_100, 31_250) with
                {
                    Budget = [Limit("ColdBuild", 30_000, 31_250, Verdict.Exceeded) with { Unit = "milliseconds" }],
                },
                new()
                {
                    Platform = "linux/riscv64",
                    Report = "platforms/linux-riscv64/slim-report.json",
                    TestsNote = "cannot run here",
                },
            ],
            Budget =
            [
                Limit("DownloadSize", 80_000_000, 62_112_480, Verdict.Within) with
                {
                    Platform = "linux/arm64",
                },
                Limit("ColdBuild", 30_000, 31_250, Verdict.Exceeded) with
                {
                    Unit = "milliseconds",
                    Platform = "linux/arm/v7",
                },
            ],
            Push = new() { Withheld = "cold build 31.3 s exceeds 30 s by 1.3 s (linux/arm/v7)" },
            Outcome = ReportOutcome.BudgetExceeded,
        };

    private static PlatformFacts Of(string platform, long download, long cold) =>
        new()
        {
            Platform = platform,
            Report = $"platforms/{platform.Replace('/', '-')}/slim-report.json",
            LocalReference = "orders-api:dockerslim-" + platform.Replace('/', '-'),
            Digest = Samples.Digest('1'),
            ConfigDigest = Samples.Digest('2'),
            Sizes = SampleReports.Good.Sizes! with { Download = new(download) },
            Pull = SampleReports.Good.Pull,
            LayerCount = 6,
            Wasted = new(1_200),
            Residue = new(0),
            Builds = SampleReports.Good.Builds with { Cold = SampleReports.Build(cold, 9, 0) },
            TestsNote = "cannot run here",
            Budget = [Limit("DownloadSize", 80_000_000, download, Verdict.Within)],
        };

    private static BudgetFacts Limit(string name, long limit, long actual, Verdict verdict) =>
        SampleReports.Limit(name, limit, actual, verdict);
}
