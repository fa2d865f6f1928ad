using Gallery;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Gallery;

/// <summary>Small galleries that tests are made of.</summary>
internal static class GalleryResults
{
    public static ImageReport Image(long download, long unpacked, long? cold = null, long? warm = null, long? edited = null) =>
        new()
        {
            Outcome = ReportOutcome.Good,
            Tool = new()
            {
                Engine = "28.5.2",
                Store = "containerd",
                Buildx = "0.29.1",
            },
            Sizes = new()
            {
                Download = new(download),
                DownloadIsExact = true,
                Unpacked = new(unpacked),
                BaseUnpacked = new(unpacked / 2),
            },
            Pull = PullFacts.Of(
                new()
                {
                    Download = new(download),
                    DownloadIsExact = true,
                    Unpacked = new(unpacked),
                },
                Bandwidth.Default
            ),
            Builds = new()
            {
                Cold = Timed(cold),
                Warm = Timed(warm),
                Edited = Timed(edited),
            },
            Smoke = new() { Status = SmokeStatus.Passed },
            Tests = new() { Status = TestStatus.Passed, Total = 12 },
            Policies = [new() { Name = "compiler", Verdict = Verdict.Within }],
        };

    public static TimedBuild? Timed(long? milliseconds, string? isVoid = null) =>
        milliseconds is { } ms
            ? new()
            {
                Milliseconds = ms,
                Steps = 9,
                CachedSteps = 0,
                Void = isVoid,
            }
            : null;

    /// <summary>A row that reaches its claim, one that does not, and one of which half is missing.</summary>
    public static GalleryResult Three =>
        new()
        {
            CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Took = TimeSpan.FromSeconds(754),
            Processors = 2,
            IsWhole = true,
            Load = 4.26,
            Rows =
            [
                new(
                    new("server", "server-naive", "server", "static binary on scratch", [new SizeClaim("A2", 99m, 1.1.GB, 12.MB)]),
                    Image(286_600_000, 852_200_000, 21_000, 490, 29_700),
                    Image(2_900_000, 6_400_000, 63_600, 1_200, 3_700)
                ),
                new(
                    new(
                        "service",
                        "service-naive",
                        "service",
                        "script | slim base",
                        [new SizeClaim("A1", 87m, 1.4.GB, 180.MB), new PullClaim("A9", 6m)]
                    ),
                    Image(365_000_000, 1_100_000_000, 35_900, 810, 29_500),
                    Image(67_300_000, 190_000_000, 12_000, 460, 4_100)
                ),
                new(
                    new("page", "page-naive", "page", "fetched on port 3000", [new WorksClaim("A3")]),
                    null,
                    Image(67_300_000, 190_000_000, 12_000) with
                    {
                        Outcome = ReportOutcome.SmokeFailed,
                        Reason = "it ended with exit code 1",
                        Builds = new() { Cold = Timed(12_000), Warm = Timed(300, "a step ran") },
                    }
                ),
            ],
            Times =
            [
                new(
                    "Manifests first",
                    "8 min to 45 s, -90.6 %",
                    "after an edit",
                    new("service-source-first", 12_000),
                    new("service", 4_100),
                    90.6m,
                    "compiling stays"
                ),
                new(
                    ".dockerignore",
                    "500 MB to 2 GB of context",
                    "cold, beside 500 MB of clutter",
                    new("cluttered", 30_000, 500.2.MB),
                    new("ignoring", 12_000, 242.KB),
                    99m,
                    "too much is let through"
                ),
            ],
            Troubles =
            [
                new("missing-file", "a file was not copied", 2, 2, ["COPY --from=builder /a /a"], []),
                new("no-tests", "there are no tests", 1, 0, ["no test stage"], ["no test stage"]),
            ],
            Bases =
            [
                new("debian:bookworm-slim", true, "no registry serves it; by build/engine"),
                new("node:20", false, "pulled from its registry"),
            ],
        };
}
