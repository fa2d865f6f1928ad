using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>Reports as runs leave them.</summary>
internal static class SampleReports
{
    public static Digest Digest(char digit) => new($"sha256:{new string(digit, 64)}");

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
                Digest = Digest('1'),
                ConfigDigest = Digest('2'),
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
            Context = new()
            {
                Stages = ["production", "test"],
                Content = new(222_804),
                Files = 31,
                Largest = [new("package-lock.json", new(205_319), 1), new("src/server.ts", new(2_101), 1)],
                UnusedContent = new(3_140_000),
                UnusedFiles = 15,
                UnusedSent = new(0),
                Unused = [new("docs/", new(3_100_000), 12), new("assets/raw.psd", new(38_000), 1), new("notes.txt", new(1_900), 1)],
                Ignored = new()
                {
                    File = "samples/orders-api/.dockerignore",
                    Content = new(61_300_000),
                    Files = 8_214,
                    Largest = [new("node_modules/", new(60_900_000), 8_190)],
                },
            },
            Pull = new()
            {
                Seconds = 4.97m,
                SecondsWithBase = 0.09m,
                MegabitsPerSecond = 100,
            },
            Contents = new()
            {
                Files = 4_312,
                Live = new(188_312_004),
                Wasted = new(12_400_000),
                Efficiency = 0.9382,
                Waste =
                [
                    new()
                    {
                        Path = "/var/lib/apt/lists/",
                        Content = new(12_100_000),
                        Layers = [2, 3],
                        Why = "removed",
                        Line = 31,
                        ByLine = 33,
                    },
                    new()
                    {
                        Path = "/var/lib/dpkg/status",
                        Content = new(300_000),
                        Layers = [0, 2],
                        Why = "overwritten",
                        ByLine = 31,
                    },
                ],
                Largest =
                [
                    new()
                    {
                        Path = "/usr/local/bin/node",
                        Content = new(98_000_000),
                        Layer = 1,
                        Line = 29,
                    },
                ],
                Folders =
                [
                    new()
                    {
                        Path = "/usr/local/",
                        Content = new(99_000_000),
                        Layer = 1,
                        Line = 29,
                    },
                ],
                Duplicates =
                [
                    new()
                    {
                        Content = new(5_000),
                        Copies = 2,
                        Paths = ["/app/a.js", "/app/b.js"],
                    },
                ],
            },
            Residue =
            [
                new()
                {
                    Kind = "documentation",
                    Path = "/usr/share/doc/",
                    Content = new(1_200_000),
                    Files = 412,
                    Line = 29,
                    FromBase = true,
                    Fix = "Remove it.",
                },
            ],
            Surface = new()
            {
                Shell = "/usr/bin/bash",
                PackageManager = "/usr/bin/apt-get",
                User = "1000:1000",
                Setuid = ["/usr/bin/passwd"],
            },
            Layers =
            [
                Layer('3', 27_912_000, 82_120_192, 29, "FROM node:20-bookworm-slim", true),
                Layer('4', 33_100_000, 110_904_320, 29, "FROM node:20-bookworm-slim", true),
                Layer(
                    '5',
                    1_050_000,
                    8_200_192,
                    33,
                    "RUN --mount=type=cache,target=/home/node/.npm npm ci --omit=dev --ignore-scripts && npm cache verify",
                    false
                ),
                Layer('6', 50_000, 161_280, 35, "COPY --from=builder /app/dist ./dist", false),
                Layer('7', 480, 512, null, null, false),
            ],
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
            Push = new()
            {
                Pushed = true,
                Digest = Digest('1'),
                Tags = ["1.4.2", "latest"],
            },
            Outcome = ReportOutcome.Good,
        };

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
                Layer('3', 1, 1, 3, "RUN echo '\e]0;owned\a\e[31mred' \r\n::add-mask::x\u202Etxt.exe ##[command]x", false),
                Layer(
                    '4',
                    1,
                    1,
                    4,
                    "RUN echo 注文サービスの依存関係を全部入れてから掃除する注文サービスの依存関係を全部入れてから掃除する 🚀🚀",
                    false
                ),
                Layer('5', 1, 1, int.MaxValue, "RUN e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301cho " + new string('x', 5000), false),
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

    private static LayerFacts Layer(char digit, long download, long unpacked, int? line, string? instruction, bool fromBase) =>
        new()
        {
            DiffId = Digest(digit),
            Digest = Digest(digit),
            Download = new(download),
            Unpacked = new(unpacked),
            Line = line,
            Instruction = instruction,
            FromBase = fromBase,
        };
}
