using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>Reports as runs leave them.</summary>
internal static class SampleReports
{
    /// <summary>Everything measured, judged and pushed.</summary>
    public static ImageReport Good { get; } =
        new()
        {
            CreatedAt = new DateTimeOffset(2026, 7, 1, 9, 30, 0, TimeSpan.Zero),
            Tool = new()
            {
                Version = "0.1.0",
                Engine = "28.5.2",
                Store = "containerd",
                Buildx = "0.29.1",
            },
            Image = new()
            {
                Name = "orders-api",
                Reference = "127.0.0.1:5000/samples/orders-api",
                Platform = "linux/amd64",
                Digest = Samples.Digest('1'),
                ConfigDigest = Samples.Digest('2'),
                Dockerfile = "samples/orders-api/Dockerfile",
                LocalReference = "orders-api:slim",
                Source = "docker-daemon:orders-api:slim",
            },
            Sizes = new()
            {
                Download = new(62_112_480),
                DownloadIsExact = true,
                Unpacked = new(201_386_496),
                BaseUnpacked = new(193_024_512),
                OwnUnpacked = new(8_361_984),
                BaseDownload = new(61_012_000),
                OwnDownload = new(1_100_480),
            },
            Context = SampleContents.Context,
            Pull = new()
            {
                Seconds = 4.97m,
                SecondsWithBase = 0.09m,
                MegabitsPerSecond = 100,
            },
            Contents = SampleContents.Contents,
            Residue = SampleContents.Residue,
            Inventory = SampleContents.Inventory,
            Inputs = SampleDeltas.Inputs,
            Surface = SampleContents.Surface,
            Secrets = SampleContents.Secrets,
            Layers = SampleContents.Layers,
            Lines = SampleLines.Good,
            LineTimes = SampleLines.Times,
            Builds = new()
            {
                Cold = Build(18_512, 9, 0) with
                {
                    Rounds = [new(19_204, 9, 0, null), new(18_512, 9, 0, null), new(12_001, 9, 2, "not cold: 2 of 9 steps")],
                    Split = new()
                    {
                        Resolve = 460,
                        Pull = 26,
                        Context = 18,
                        Run = 17_010,
                        Export = 358,
                        Stages = [new("deps", 13_672), new("builder", 3_150), new("production", 188)],
                    },
                },
                Warm = Build(190, 9, 9),
                Edited = Build(5_208, 9, 5) with { EditedFile = "src/orders/totals.ts", Rounds = [new(5_208, 9, 5, null)] },
                Test = Build(6_420, 7, 5),
            },
            Tests = new()
            {
                Status = TestStatus.Passed,
                Total = 24,
                Failed = 0,
                Skipped = 1,
                Milliseconds = 1_240,
            },
            Budget =
            [
                Limit("DownloadSize", 80_000_000, 62_112_480, Verdict.Within),
                Limit("UnpackedSize", null, 201_386_496, Verdict.NotLimited),
                Limit("ColdBuild", 240_000, 18_512, Verdict.Within, "milliseconds"),
                Limit("WarmBuild", 5_000, 190, Verdict.Within, "milliseconds"),
            ],
            Policies = [new() { Name = "root", Verdict = Verdict.Within }],
            Scan = new()
            {
                Tool = "trivy",
                Severity = VulnerabilitySeverity.Critical,
                High = 2,
                Low = 1_041,
                Vulnerabilities =
                [
                    new()
                    {
                        Id = "CVE-2023-0001",
                        Severity = VulnerabilitySeverity.High,
                        Package = "zlib1g",
                        Version = "1.2.13",
                        Layer = 0,
                        Line = 29,
                        FromBase = true,
                    },
                ],
            },
            Push = new()
            {
                Pushed = true,
                Digest = Samples.Digest('1'),
                Tags = ["1.4.2", "latest"],
                Moves =
                [
                    new() { Tag = "127.0.0.1:5000/samples/orders-api:1.4.2", State = TagState.Moved },
                    new()
                    {
                        Tag = "127.0.0.1:5000/samples/orders-api:latest",
                        State = TagState.Moved,
                        Before = Samples.Digest('9'),
                    },
                ],
                Proofs =
                [
                    new()
                    {
                        Repository = "127.0.0.1:5000/samples/orders-api",
                        Platform = "linux/amd64",
                        ByManifest = true,
                        Tested = Samples.Digest('1'),
                        Pushed = Samples.Digest('1'),
                    },
                ],
                SupplyChain = new()
                {
                    Annotations = ["org.opencontainers.image.revision=88c3033", "org.opencontainers.image.version=1.4.2"],
                    Attestations =
                    [
                        new()
                        {
                            Platform = "linux/amd64",
                            Image = Samples.Digest('1'),
                            PredicateType = "https://slsa.dev/provenance/v0.2",
                            Mode = "max",
                        },
                        new()
                        {
                            Platform = "linux/amd64",
                            Image = Samples.Digest('1'),
                            PredicateType = "https://spdx.dev/Document",
                        },
                    ],
                    Signed = [$"127.0.0.1:5000/samples/orders-api@{Samples.Digest('2')}"],
                },
            },
            Outcome = ReportOutcome.Good,
        };

    /// <summary>Against the main branch's report: larger, and slower by more than chance.</summary>
    public static ImageReport Grown { get; } = SampleDeltas.Over(Good);

    /// <summary>Over its download limit; the classic store; findings; nothing pushed.</summary>
    public static ImageReport OverBudget { get; } =
        Good with
        {
            CacheMiss = SampleLines.Miss,
            Image = Good.Image with { Digest = null },
            Sizes = Good.Sizes! with { DownloadIsExact = false },
            Tests = new() { Status = TestStatus.Reused },
            Budget =
            [
                Limit("DownloadSize", 1_000_000, 62_112_480, Verdict.Exceeded),
                Limit("PackageCount", 60, 162, Verdict.Exceeded, "packages"),
                Limit("WarmBuild", 5_000, null, Verdict.NotMeasured, "milliseconds"),
            ],
            Builds = Good.Builds with
            {
                Warm = Build(4_310, 9, 7) with { Void = "2 of 9 steps were not cached although nothing had changed" },
            },
            Findings =
            [
                new()
                {
                    Rule = "layer-order",
                    Severity = FindingSeverity.Warning,
                    File = "samples/orders-api/Dockerfile",
                    Line = 12,
                    Message = "COPY . . stands before npm ci, so every edit of a source file installs all packages again",
                    Fix = "copy package.json and package-lock.json first, run npm ci, then copy the rest",
                    Saving = new(46_200_000),
                },
                new()
                {
                    Rule = "root-user",
                    Severity = FindingSeverity.Error,
                    Message = "the image runs as root",
                },
            ],
            Policies =
            [
                new()
                {
                    Name = "shell",
                    Verdict = Verdict.Exceeded,
                    Message = "The image has a shell, which is forbidden: /usr/bin/bash (layer 0 of the base image, line 29).",
                },
                new() { Name = "root", Verdict = Verdict.Within },
            ],
            Push = new() { Withheld = "the download size exceeds its limit" },
            Outcome = ReportOutcome.BudgetExceeded,
            Reason = "download size exceeds its limit",
        };

    /// <summary>A failing test, nothing measured.</summary>
    public static ImageReport TestsFailed { get; } =
        new()
        {
            CreatedAt = Good.CreatedAt,
            Image = new() { Name = "shop", Reference = "ghcr.io/acme/shop" },
            Tests = new()
            {
                Status = TestStatus.Failed,
                Total = 24,
                Failed = 2,
                Skipped = 0,
                Milliseconds = 2_010,
                Failures =
                [
                    new(
                        "order totals > adds the tax once",
                        "expect(received).toBe(expected)\n\n    Expected: 119\n    Received: 138\n\n  at totals.test.ts:14:32"
                    ),
                    new("api > GET /orders answers 200", "Error: connect ECONNREFUSED 127.0.0.1:3000"),
                ],
            },
            Builds = new() { Test = Build(7_100, 7, 4) },
            Push = new() { Withheld = "2 tests failed" },
            Outcome = ReportOutcome.TestsFailed,
        };

    /// <summary>What only a hostile Dockerfile, test or registry would say.</summary>
    public static ImageReport Hostile { get; } =
        Good with
        {
            Image = Good.Image with { Name = "evil\e[2J", LocalReference = "x\r\n::set-env name=A::b" },
            Contents = new()
            {
                Files = 1,
                Live = new(1),
                Wasted = new(2_000_000),
                Efficiency = 0,
                Waste =
                [
                    new()
                    {
                        Path = "/\e[2J\n::error::x",
                        Content = new(2_000_000),
                        Layers = [0, 1],
                        Why = "hidden",
                    },
                ],
                Gap = "Layer 1: \e[31m",
            },
            Layers =
            [
                SampleContents.Layer('3', 1, 1, 3, "RUN echo '\e]0;owned\a\e[31mred' \r\n::add-mask::x\u202Etxt.exe ##[command]x", false),
                SampleContents.Layer(
                    '4',
                    1,
                    1,
                    4,
                    "RUN echo 注文サービスの依存関係を全部入れてから掃除する注文サービスの依存関係を全部入れてから掃除する 🚀🚀",
                    false
                ),
                SampleContents.Layer(
                    '5',
                    1,
                    1,
                    int.MaxValue,
                    "RUN e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301cho " + new string('x', 5000),
                    false
                ),
            ],
            Lines = [],
            Tests = new()
            {
                Status = TestStatus.Failed,
                Total = 1,
                Failed = 1,
                Failures = [new("::error::name\0", "  ::set-output name=x::y\n\tindented\u001b[1A\u001b[2K\n##vso[task.setvariable]z")],
                Message = "10%\r50%\r100%\r\n::warning::w",
            },
            Findings =
            [
                new()
                {
                    Rule = "\u009b31mrule",
                    Severity = FindingSeverity.Info,
                    File = "::error file=x::y",
                    Message = new string('w', 300) + " ::notice::a",
                },
            ],
            Push = new() { Withheld = "\n::error::withheld" },
            Outcome = ReportOutcome.TestsFailed,
        };

    public static TimedBuild Build(long milliseconds, int steps, int cached) =>
        new()
        {
            Milliseconds = milliseconds,
            Steps = steps,
            CachedSteps = cached,
        };

    public static BudgetFacts Limit(string name, long? limit, long? actual, Verdict verdict, string unit = "bytes") =>
        new()
        {
            Name = name,
            Limit = limit,
            Actual = actual,
            Unit = unit,
            Verdict = verdict,
        };
}
