using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests;

/// <summary>Small values that tests are made of.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>A digest told from others by one digit.</summary>
    public static Digest Digest(char digit) => new("sha256:" + new string(digit, 64));

    public static Vertex Step(string name, bool cached = false) =>
        new()
        {
            Id = "vertex of " + name,
            Name = name,
            Cached = cached,
            Intervals = [new Interval(Start, Start.AddSeconds(1))],
        };

    public static BuildOutcome Outcome(BuildScenario scenario, params Vertex[] vertices) =>
        new()
        {
            Scenario = scenario,
            WallClock = TimeSpan.FromMilliseconds(1_500),
            Trace = new BuildTrace { Vertices = vertices },
        };

    public static TimedBuild Timed(long milliseconds, string? isVoid = null) =>
        new()
        {
            Milliseconds = milliseconds,
            Steps = 9,
            CachedSteps = 0,
            Void = isVoid,
        };

    public static SizeFacts Sizes(long download, long unpacked) =>
        new()
        {
            Download = new(download),
            DownloadIsExact = true,
            Unpacked = new(unpacked),
        };

    /// <summary>A base layer of ten bytes and a layer of one.</summary>
    public static MeasuredImage Image() =>
        new()
        {
            Platform = new("linux/amd64"),
            ManifestDigest = Digest('a'),
            ConfigDigest = Digest('c'),
            Config = new(100),
            Layers = [new(Digest('1'), Digest('2'), new(10_000), new(4_000)), new(Digest('3'), Digest('4'), new(1_000), new(400))],
        };
}
