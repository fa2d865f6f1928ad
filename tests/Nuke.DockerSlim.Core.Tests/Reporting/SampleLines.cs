using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>The lines of the sample reports' Dockerfile.</summary>
internal static class SampleLines
{
    public static IReadOnlyList<LineFacts> Good { get; } =
    [
        Line("deps", 4, "FROM node:20-bookworm-slim AS deps", 34, 12),
        Line("deps", 6, "COPY package.json package-lock.json .npmrc ./", 47, 0, "warm", "edited"),
        Line("deps", 7, "RUN --mount=type=cache,target=/root/.npm npm ci", 13_672, 0, "warm", "edited"),
        Line("builder", 20, "COPY src ./src", 24, 0, "warm") with
        {
            Edited = 26,
        },
        Line("builder", 21, "RUN npm run build", 2_295, 0, "warm") with
        {
            Edited = 2_271,
        },
        Line("production", 29, "FROM node:20-bookworm-slim AS production", 0, 0) with
        {
            Layer = new(193_024_512),
            Download = new(61_012_000),
        },
        Line(
            "production",
            33,
            "RUN --mount=type=cache,target=/home/node/.npm npm ci --omit=dev --ignore-scripts && npm cache verify",
            1_704,
            0,
            "warm"
        ) with
        {
            Edited = 1_702,
            LastLine = 34,
            Layer = new(8_200_192),
            Download = new(1_050_000),
        },
        Line("production", 35, "COPY --from=builder /app/dist ./dist", 20, 0, "warm") with
        {
            Edited = 22,
            Layer = new(161_280),
            Download = new(50_000),
        },
    ];

    /// <summary>A Dockerfile whose order loses the installation with every edit.</summary>
    public static CacheMiss Miss { get; } =
        new()
        {
            Build = "edited",
            Line = 12,
            Instruction = "COPY . .",
            Cause = "line 12, COPY, takes in src/orders/totals.ts, which was edited",
            Advice = "copy package.json, package-lock.json and .npmrc, and run npm ci before line 12",
            Rerun = 21_400,
            Saved = 13_672,
        };

    public static LineTimes Times { get; } =
        new()
        {
            Cold = Sum(17_796, 17_703, 59, 352, 398, 7, 20, 21, 35),
            Warm = Sum(12, 12, 18, 40, 120, 4),
            Edited = Sum(4_021, 4_021, 59, 352, 768, 20, 21, 35),
        };

    private static LineFacts Line(string stage, int line, string instruction, long cold, long warm, params string[] cached) =>
        new()
        {
            Stage = stage,
            Line = line,
            LastLine = line,
            Instruction = instruction,
            Cold = cold,
            Warm = warm,
            Edited = 0,
            Cached = cached,
        };

    private static LineSum Sum(long lines, long running, long context, long export, long other, params int[] path) =>
        new()
        {
            LinesMilliseconds = lines,
            RunningMilliseconds = running,
            ContextMilliseconds = context,
            ExportMilliseconds = export,
            OtherMilliseconds = other,
            CriticalPath = path,
            CriticalMilliseconds = lines,
        };
}
