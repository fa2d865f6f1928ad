using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>The lines of the sample reports' Dockerfile.</summary>
internal static class SampleLines
{
    public static IReadOnlyList<LineFacts> Good { get; } =
    [
        Line("deps", 4, "FROM node:20-bookworm-slim AS deps", 34, 12),
        Line("deps", 6, "COPY package.json package-lock.json .npmrc ./", 47, 0, "warm"),
        Line("deps", 7, "RUN --mount=type=cache,target=/root/.npm npm ci", 13_672, 0, "warm"),
        Line("builder", 20, "COPY src ./src", 24, 0, "warm"),
        Line("builder", 21, "RUN npm run build", 2_295, 0, "warm"),
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
            LastLine = 34,
            Layer = new(8_200_192),
            Download = new(1_050_000),
        },
        Line("production", 35, "COPY --from=builder /app/dist ./dist", 20, 0, "warm") with
        {
            Layer = new(161_280),
            Download = new(50_000),
        },
    ];

    public static LineTimes Times { get; } =
        new() { Cold = Sum(17_796, 17_703, 59, 352, 398, 7, 20, 21, 35), Warm = Sum(12, 12, 18, 40, 120, 4) };

    private static LineFacts Line(string stage, int line, string instruction, long cold, long warm, params string[] cached) =>
        new()
        {
            Stage = stage,
            Line = line,
            LastLine = line,
            Instruction = instruction,
            Cold = cold,
            Warm = warm,
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
            CriticalMilliseconds = Good.Where(x => path.Contains(x.Line)).Sum(x => lines > 100 ? x.Cold!.Value : x.Warm!.Value),
        };
}
