using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>Two builds of the sample image that came out differently in every way.</summary>
internal static class SampleReproducibility
{
    public static ReproducibilityFacts Differs { get; } =
        new()
        {
            Verdict = ReproducibilityVerdict.Differs,
            First = Samples.Digest('1'),
            Second = Samples.Digest('2'),
            LayerCount = 6,
            Config = ["created", "history[7].created"],
            Stages =
            [
                new()
                {
                    Stage = "build",
                    Layers =
                    [
                        new()
                        {
                            Layer = 4,
                            Line = 7,
                            Instruction = "RUN npm run build",
                            First = Samples.Digest('8'),
                            Second = Samples.Digest('9'),
                            Causes = [RepeatedCause.Identifier],
                            DifferentEntries = 1,
                            Files = [File("/app/dist/id", RepeatedDifference.Content, RepeatedCause.Identifier, "a UUID in it")],
                        },
                    ],
                },
            ],
            Layers =
            [
                new()
                {
                    Layer = 2,
                    Line = 11,
                    Instruction = "WORKDIR /app",
                    First = Samples.Digest('3'),
                    Second = Samples.Digest('4'),
                    OnlyTimes = true,
                    Causes = [RepeatedCause.FileTimes],
                    DifferentEntries = 1,
                    TimeEntries = 1,
                    Files = [File("/app/", RepeatedDifference.Time, RepeatedCause.FileTimes, null)],
                },
                new()
                {
                    Layer = 3,
                    Line = 14,
                    Instruction = "RUN date > /app/built && mktemp -p /app && npm run build --if-present && cp -r dist /app/dist",
                    First = Samples.Digest('5'),
                    Second = Samples.Digest('6'),
                    Causes = [RepeatedCause.Date, RepeatedCause.RandomName, RepeatedCause.FileTimes],
                    DifferentEntries = 1_209,
                    TimeEntries = 1_200,
                    OrderDiffers = true,
                    Files =
                    [
                        File(
                            "/app/built",
                            RepeatedDifference.Content,
                            RepeatedCause.Date,
                            "a date or time in it (Sat Nov 21 19:01:46 UTC 2026, then Sat Nov 21 19:01:58 UTC 2026); 2 of 29 bytes differ, the first at byte 17"
                        ),
                        File(
                            "/app/tmp.x2Aa9PqLm1",
                            RepeatedDifference.Name,
                            RepeatedCause.RandomName,
                            "then /app/tmp.Kd83mZpQw0: tmp.*, with the same content"
                        ),
                        File("/app/gone", RepeatedDifference.OnlyFirst, RepeatedCause.Unknown, "only the first build has it"),
                        File("/app/new", RepeatedDifference.OnlySecond, RepeatedCause.Unknown, "only the second build has it"),
                        File("/app/x", RepeatedDifference.Mode, RepeatedCause.Unknown, "mode 0644, then 0755"),
                        File("/app/y", RepeatedDifference.Owner, RepeatedCause.Unknown, "owner 0:0, then 33:0"),
                        File("/app/dist/", RepeatedDifference.Time, RepeatedCause.FileTimes, null),
                    ],
                },
                new()
                {
                    Layer = 4,
                    Line = 16,
                    Instruction = "COPY --from=build /app/dist /srv",
                    First = Samples.Digest('8'),
                    Second = Samples.Digest('9'),
                    MadeBy = [7],
                    Causes = [RepeatedCause.Identifier],
                    DifferentEntries = 1,
                    Files = [File("/srv/id", RepeatedDifference.Content, RepeatedCause.Identifier, "a UUID in it")],
                },
                new()
                {
                    Layer = 5,
                    First = Samples.Digest('7'),
                    Causes = [RepeatedCause.Unknown],
                    Gap = "Only one of the builds made it.",
                },
            ],
        };

    public static ReproducibilityFacts SameContents { get; } =
        Differs with
        {
            Verdict = ReproducibilityVerdict.SameContents,
            Layers = [Differs.Layers[0]],
            Stages = [],
        };

    public static ImageReport Report { get; } = SampleReports.Good with { Reproducibility = Differs };

    private static RepeatedFile File(string path, RepeatedDifference difference, RepeatedCause cause, string? detail) =>
        new()
        {
            Path = path,
            Differences = [difference],
            Cause = cause,
            Detail = detail,
        };
}
