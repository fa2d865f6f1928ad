using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Commenting;

/// <summary>The situations that a comment tells of.</summary>
internal static class SampleComments
{
    public static CommentOptions Options { get; } =
        new()
        {
            SourceAddress = new("https://github.com/acme/shop/blob/0123456789abcdef0123456789abcdef01234567"),
            RunAddress = new("https://github.com/acme/shop/actions/runs/12345678901"),
            History = new Dictionary<string, IReadOnlyList<SizeHistoryPoint>>
            {
                ["orders-api"] =
                [
                    new("3f2a1bc", new(48_900_000)),
                    new("77e0d21", new(51_300_000)),
                    new("a90c4f3", new(52_112_480)),
                    new("this", new(62_112_480)),
                ],
            },
        };

    /// <summary>The reports of a situation.</summary>
    public static IReadOnlyList<ImageReport> Named(string name) =>
        name switch
        {
            "first-run" => [SampleReports.Good],
            "no-change" => [Unchanged],
            "growth" => [Growth],
            "shrinkage" => [Shrinkage],
            "budget-exceeded" => [SampleReports.OverBudget with { Advice = SampleAdvice.Untried.Advice }],
            "tests-failed" => [SampleReports.TestsFailed],
            "many-tests-failed" => [ManyTestsFailed],
            "smoke-failed" => [SampleSmoke.Failed],
            "inconclusive" => [Inconclusive],
            "no-baseline" => [NoBaseline],
            "platforms" => [SamplePlatforms.Report],
            "five-images" => Five,
            "hostile-names" => [Hostile],
            "too-long" => [.. Enumerable.Range(1, 30).Select(Long)],
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    private static ImageReport Growth { get; } =
        SampleReports.Grown with
        {
            Findings = SampleReports.OverBudget.Findings,
            Policies = [],
            Push = new() { Withheld = "download growth 9.9 MB exceeds 1.0 MB" },
        };

    private static ImageReport Unchanged { get; } =
        SampleReports.Good with
        {
            Baseline = SampleReports.Grown.Baseline,
            Delta = new()
            {
                Measures =
                [
                    .. SampleReports
                        .Grown.Delta!.Measures.Where(x => x.After is not null)
                        .Select(x => x with { Before = x.After, Change = 0, OwnChange = null, Percent = 0, Kind = ChangeKind.Same }),
                ],
                Drift = new()
                {
                    Own = 0,
                    Base = 0,
                    Rebuild = 0,
                    BaseMoved = false,
                    SameInputs = true,
                },
            },
        };

    private static ImageReport Shrinkage { get; } =
        SampleReports.Good with
        {
            Baseline = SampleReports.Grown.Baseline,
            Delta = new()
            {
                Measures =
                [
                    Less("downloadSize", "bytes", 71_000_100, 62_112_480, -12.52),
                    Less("unpackedSize", "bytes", 231_000_064, 201_386_496, -12.82),
                    Less("coldBuild", "milliseconds", 24_900, 18_512, -25.65),
                ],
                Drift = new()
                {
                    Own = -29_613_568,
                    Base = 0,
                    Rebuild = 0,
                    BaseMoved = false,
                    SameInputs = false,
                },
                Lines =
                [
                    new()
                    {
                        Stage = "production",
                        Line = 33,
                        LineBefore = 31,
                        Instruction = "RUN npm ci --omit=dev --ignore-scripts",
                        InstructionBefore = "RUN npm ci",
                        LayerChange = -29_613_568,
                        Cause = ChangeCause.Own,
                    },
                ],
                Paths =
                [
                    new()
                    {
                        Path = "/app/node_modules/typescript/",
                        Before = 22_600_000,
                        After = 0,
                    },
                ],
            },
        };

    private static ImageReport Inconclusive { get; } =
        Unchanged with
        {
            Budget =
            [
                .. SampleReports.Good.Budget,
                new()
                {
                    Name = "ColdGrowth",
                    Unit = "milliseconds",
                    Limit = 1_500,
                    Actual = 1_700,
                    Verdict = Verdict.Inconclusive,
                },
            ],
        };

    private static ImageReport NoBaseline { get; } =
        SampleReports.Good with
        {
            Baseline = new()
            {
                Kind = BaselineKind.Image,
                Source = "ghcr.io/acme/orders-api:main",
                Missing = "the registry has no such image.",
            },
            Budget =
            [
                .. SampleReports.Good.Budget,
                new()
                {
                    Name = "DownloadGrowth",
                    Unit = "bytes",
                    Verdict = Verdict.NoBaseline,
                },
            ],
        };

    private static ImageReport ManyTestsFailed { get; } =
        SampleReports.TestsFailed with
        {
            Tests = SampleReports.TestsFailed.Tests with
            {
                Total = 1_024,
                Failed = 40,
                Failures =
                [
                    .. Enumerable
                        .Range(1, 40)
                        .Select(x => new TestFailure(
                            $"orders > case {x}",
                            string.Join('\n', Enumerable.Range(1, 20).Select(line => $"line {line} of case {x}"))
                        )),
                ],
            },
        };

    private static IReadOnlyList<ImageReport> Five { get; } =
    [
        Unchanged,
        Growth with
        {
            Image = Growth.Image with { Name = "shop" },
        },
        SampleReports.TestsFailed with
        {
            Image = new() { Name = "web", Reference = "ghcr.io/acme/web" },
        },
        SampleReports.Good with
        {
            Image = SampleReports.Good.Image with { Name = "mailer" },
        },
        new()
        {
            Image = new() { Name = "worker" },
            Outcome = ReportOutcome.Failed,
            Reason = "worker: Dockerfile:12: 'RUN go build' failed in stage 'build' (exit code 1)",
        },
    ];

    private static ImageReport Hostile { get; } = HostileReport.Of(Growth, _ => "</details> | `@octocat` #1\n- [x](//evil) <img src=x>");

    private static ImageReport Long(int number) =>
        Growth with
        {
            Image = Growth.Image with { Name = $"service-{number:00}" },
            Findings = [.. Enumerable.Repeat(SampleReports.OverBudget.Findings[0], 40)],
        };

    private static MeasureDelta Less(string name, string unit, long before, long after, double percent) =>
        new()
        {
            Name = name,
            Unit = unit,
            Before = before,
            After = after,
            Change = after - before,
            Percent = percent,
            Kind = ChangeKind.Less,
        };
}
