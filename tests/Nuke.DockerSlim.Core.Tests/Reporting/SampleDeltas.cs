using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>An image that grew since its baseline.</summary>
internal static class SampleDeltas
{
    public static InputFacts Inputs { get; } =
        new()
        {
            Dockerfile = Samples.Digest('a'),
            Context = Samples.Digest('b'),
            Settings = Samples.Digest('c'),
            Bases = Samples.Digest('d'),
        };

    public static ImageReport Over(ImageReport report) =>
        report with
        {
            Baseline = new()
            {
                Kind = BaselineKind.Folder,
                Source = "reports/main",
                Found = "4711/slim-report.json",
                CreatedAt = report.CreatedAt.AddHours(-19),
                ConfigDigest = Samples.Digest('9'),
            },
            Delta = new()
            {
                Measures =
                [
                    Measure("downloadSize", "bytes", 52_112_480, 62_112_480) with
                    {
                        OwnChange = 9_900_000,
                    },
                    Measure("unpackedSize", "bytes", 191_384_448, 201_386_496) with
                    {
                        OwnChange = 10_001_920,
                    },
                    Measure("ownUnpackedSize", "bytes", 8_361_984, 8_361_984),
                    Measure("packages", "count", 17, 162),
                    Measure("contextSize", "bytes", 0, 222_800) with
                    {
                        Percent = null,
                    },
                    Measure("coldBuild", "milliseconds", 15_000, 18_512) with
                    {
                        NoisePercent = 3.1,
                    },
                    Measure("warmBuild", "milliseconds", 180, 190) with
                    {
                        Kind = ChangeKind.Same,
                        NoisePercent = 2.8,
                    },
                    Measure("editedBuild", "milliseconds", 4_800, 5_208) with
                    {
                        Kind = ChangeKind.Inconclusive,
                        NoisePercent = 4.4,
                    },
                    Measure("testBuild", "milliseconds", null, 6_420),
                ],
                Drift = new()
                {
                    Own = 10_001_920,
                    Base = 128,
                    Rebuild = 0,
                    BaseMoved = true,
                    SameInputs = false,
                },
                Lines =
                [
                    Line(33, 31, "RUN npm ci --omit=dev --ignore-scripts", 10_002_432, ChangeCause.Own) with
                    {
                        InstructionBefore = "RUN npm ci --ignore-scripts",
                        ColdChange = -120,
                    },
                    Line(34, null, "COPY assets ./assets", 8_192, ChangeCause.Own),
                    Line(null, 35, "RUN apt-get install -y curl", -8_704, ChangeCause.Own),
                    Line(29, 27, "FROM node:20-bookworm-slim AS production", 128, ChangeCause.Base),
                ],
                Paths =
                [
                    new()
                    {
                        Path = "/app/assets/film.bin",
                        Before = 0,
                        After = 10_000_000,
                        Line = 33,
                    },
                    new() { Path = "/usr/lib/libnew.so", After = 512_000 },
                ],
            },
            Budget =
            [
                .. report.Budget,
                new()
                {
                    Name = "DownloadGrowth",
                    Unit = "bytes",
                    Limit = 1_042_249,
                    Actual = 9_900_000,
                    Verdict = Verdict.Exceeded,
                },
                new()
                {
                    Name = "WarmGrowth",
                    Unit = "milliseconds",
                    Verdict = Verdict.NoBaseline,
                },
            ],
            Outcome = ReportOutcome.BudgetExceeded,
            Reason = null,
        };

    private static MeasureDelta Measure(string name, string unit, long? before, long? after) =>
        new()
        {
            Name = name,
            Unit = unit,
            Before = before,
            After = after,
            Change = after - before,
            Percent = before is > 0 and { } whole ? Math.Round(100.0 * ((after ?? 0) - whole) / whole, 2) : null,
            Kind =
                before is null || after is null ? ChangeKind.Unknown
                : after == before ? ChangeKind.Same
                : after > before ? ChangeKind.More
                : ChangeKind.Less,
        };

    private static LineDelta Line(int? line, int? before, string instruction, long change, ChangeCause cause) =>
        new()
        {
            Stage = "production",
            Line = line,
            LineBefore = before,
            Instruction = instruction,
            LayerChange = change,
            DownloadChange = change / 2,
            Cause = cause,
        };
}
