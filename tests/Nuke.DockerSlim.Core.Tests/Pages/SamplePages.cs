using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Pages;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Tests.Inspecting;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Pages;

/// <summary>What pages are made of.</summary>
internal static class SamplePages
{
    private const string Dockerfile = """
        # syntax=docker/dockerfile:1


        FROM node:20-bookworm-slim AS deps
        WORKDIR /app
        COPY package.json package-lock.json .npmrc ./
        RUN --mount=type=cache,target=/root/.npm npm ci











        # Compile.
        COPY src ./src
        RUN npm run build







        FROM node:20-bookworm-slim AS production



        RUN --mount=type=cache,target=/home/node/.npm \
            npm ci --omit=dev --ignore-scripts && npm cache verify
        COPY --from=builder /app/dist ./dist
        CMD ["node", "dist/server.js"]
        """;

    /// <summary>A page with something in every section.</summary>
    public static PageSource Full { get; } =
        new(
            SampleReports.Grown with
            {
                Findings = SampleReports.OverBudget.Findings,
                Policies = SampleReports.OverBudget.Policies,
                CacheMiss = SampleReports.OverBudget.CacheMiss,
                Tests = SampleReports.TestsFailed.Tests,
                Advice = SampleAdvice.Untried.Advice,
                Platforms = SamplePlatforms.Report.Platforms,
                Builds = SampleReports.Grown.Builds with
                {
                    Cold = SampleReports.Grown.Builds.Cold! with { Timeline = Timeline },
                    Warm = SampleReports.Grown.Builds.Warm! with { Timeline = [.. Timeline.Select(Cached)] },
                },
            }
        )
        {
            Dockerfile = Dockerfile,
            Files = Map.ToJson(SampleReports.Good.Image.ConfigDigest!.Value),
            History = History,
            Runs = Runs,
        };

    /// <summary>A page of a report that holds next to nothing.</summary>
    public static PageSource Least { get; } = new(new ImageReport { Image = new() { Name = "shop" } });

    /// <summary>An image of three layers, two of them the base's.</summary>
    public static FileMap Map =>
        FileMapBuilder.Of(
            TreeOf.Layers(
                ["usr/bin/node=90000", "usr/bin/bash=1200", "etc/passwd=40"],
                ["usr/lib/libc.so=2000"],
                ["app/server.js=300", "app/node_modules/a/index.js=5000", "app/node_modules/b/index.js=4000"]
            )
        );

    private static IReadOnlyList<TimedStep> Timeline =>
        [
            Step("[internal] load build definition from Dockerfile", VertexKind.Resolve, null, 0, 30, false),
            Step("[deps 1/4] FROM node:20-bookworm-slim", VertexKind.Pull, 4, 40, 74, false),
            Step("[deps 4/4] RUN --mount=type=cache,target=/root/.npm npm ci", VertexKind.Run, 7, 90, 13_762, true),
            Step("[builder 2/2] RUN npm run build", VertexKind.Run, 21, 13_770, 16_065, true),
            Step("exporting to image", VertexKind.Export, null, 17_900, 18_258, true),
        ];

    private static ImageHistory History =>
        new()
        {
            Name = "orders-api",
            Tags =
            [
                new()
                {
                    Reference = "ghcr.io/acme/orders-api:main",
                    Images = TagHistory.Steps(
                        [Past('4', 62_112_480, 18_512), Past('3', 52_112_480, 17_900), Past('2', 51_300_000, null)],
                        10
                    ),
                },
            ],
        };

    private static ImageHistory Runs =>
        new()
        {
            Name = "orders-api",
            Tags =
            [
                new()
                {
                    Kind = HistoryKind.Runs,
                    Reference = "artifacts/images/orders-api/run-history.json",
                    Platform = "linux/amd64",
                    Images = TagHistory.Steps(
                        [
                            Past('4', 62_112_480, 18_512) with
                            {
                                Outcome = ReportOutcome.TestsFailed,
                                EditedMilliseconds = 3_200,
                            },
                            Past('1', 51_300_000, 17_900) with
                            {
                                Outcome = ReportOutcome.Good,
                                EditedMilliseconds = 3_100,
                            },
                        ],
                        10
                    ),
                },
            ],
        };

    private static PastImage Past(char digit, long download, long? cold) =>
        new()
        {
            Digest = Samples.Digest(digit),
            MeasuredAt = new DateTimeOffset(2026, 6, digit - '0', 9, 30, 0, TimeSpan.Zero),
            Download = new(download),
            Unpacked = new(3 * download),
            ColdMilliseconds = cold,
            WarmMilliseconds = 190,
        };

    private static TimedStep Step(string name, VertexKind kind, int? line, long from, long to, bool isCritical) =>
        new()
        {
            Name = name,
            Kind = kind,
            Line = line,
            FromMilliseconds = from,
            ToMilliseconds = to,
            Cached = false,
            IsCritical = isCritical,
        };

    private static TimedStep Cached(TimedStep step) =>
        step with
        {
            FromMilliseconds = step.FromMilliseconds / 100,
            ToMilliseconds = step.FromMilliseconds / 100,
            Cached = step.Line is not null,
            IsCritical = false,
        };
}
