using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>An image with advice.</summary>
internal static class SampleAdvice
{
    private const string Diff = """
        --- a/Dockerfile
        +++ b/Dockerfile
        @@ -1,4 +1,4 @@
         FROM node:20
         COPY . .
        -RUN npm install
        +RUN --mount=type=cache,target=/root/.npm npm ci --fetch-retries=5 --fetch-timeout=60000 --no-audit
         CMD npm start

        """;

    public static ImageReport Untried { get; } =
        SampleReports.Good with
        {
            Advice =
            [
                new()
                {
                    Title = "Compile in a builder stage, and copy what runs into a production stage of its own",
                    Rules = ["single-stage"],
                    Saves = new(94_600_000),
                    Diff = Diff,
                },
                new()
                {
                    Title = "Install the dependencies before the source is copied",
                    Rules = ["source-before-dependencies"],
                    SavesMilliseconds = 25_000,
                    Diff = Diff,
                },
                new()
                {
                    Title = "Don't copy \u001b[2J*.map files (line 3)",
                    Rules = ["residue-source-maps"],
                    Saves = new(120_000),
                },
                new() { Title = "Use COPY (line 2)", Rules = ["add-instead-of-copy"] },
            ],
        };

    public static ImageReport Tried { get; } =
        Untried with
        {
            Advice =
            [
                Untried.Advice[0] with
                {
                    Measured = true,
                },
                Untried.Advice[1] with
                {
                    Measured = true,
                    Saves = new(-210_400),
                    SavesMilliseconds = 25_040,
                },
                new()
                {
                    Title = "Mount a cache for the downloads of package managers",
                    Measured = true,
                    Diff = Diff,
                    Dropped = "Dockerfile:4: 'RUN --mount=type=cache,target=/root/.npm npm ci' failed in stage 'builder' (exit code 1)",
                },
                Untried.Advice[2],
            ],
            AdviceTogether = new()
            {
                Before = new ByteSize(188_600_000),
                After = new ByteSize(3_300_000),
                MillisecondsBefore = 38_000,
                MillisecondsAfter = 11_000,
                Build = "edited",
                Tests = TestStatus.Passed,
                TestCount = 80,
                ProductionStage = "production",
                Diff = Diff,
                Note = "The production stage is 'production' then: leave out --production-stage 0.",
            },
        };
}
