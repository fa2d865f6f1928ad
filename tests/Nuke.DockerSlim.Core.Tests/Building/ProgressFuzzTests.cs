using System.Text;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Building;

/// <summary>Whatever a builder says, or a step makes it say, is read to its end: no line breaks the reader or what is made of it.</summary>
public sealed class ProgressFuzzTests
{
    private const int Mixtures = 10_000;
    private const int Seed = 20_260_103;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "-1",
            "1e99",
            "\"\\ud800\"",
            "\"vertexes\":[",
            "\"logs\":[{\"data\":\"",
            "\0",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff],
        [0xc3],
        [0xe2, 0x9c],
    ];

    [Fact]
    public void The_corpus_is_read()
    {
        foreach (var line in Corpus())
            Read([line]);
    }

    [Fact]
    public void Mixtures_of_the_corpus_and_of_recordings_are_read()
    {
        var random = new Random(Seed);
        var lines = Corpus().Concat(Recorded()).ToArray();
        for (var i = 0; i < Mixtures; i += 10)
            Read([.. Enumerable.Range(0, 10).Select(_ => Mix(lines, random))]);
    }

    [Fact]
    public void What_is_no_event_is_kept_as_text() =>
        Assert.All(
            Corpus().Where(x => x.Length > 0 && x[0] != '{'),
            x => Assert.Equal(new ProgressEvent.TextWritten(Encoding.UTF8.GetString(x)), Assert.Single(ProgressParser.Parse(x)))
        );

    private static void Read(byte[][] lines)
    {
        var recorder = new BuildTraceRecorder();
        var steps = new LiveSteps();
        try
        {
            foreach (var line in lines)
            foreach (var progress in ProgressParser.Parse(line))
            {
                recorder.Record(progress);
                steps.Record(progress, now: 0);
            }
            var trace = recorder.ToTrace();
            var outcome = new BuildOutcome
            {
                Scenario = BuildScenario.Edited,
                WallClock = TimeSpan.FromSeconds(1),
                Trace = trace,
            };
            Assert.True(BuildFigures.From(outcome).Split!.Run >= 0);
            Assert.NotNull(BuildFailureReader.Read(trace));
            Assert.All(steps.Running, x => Assert.NotEmpty($"{x.Transfer?.Text}{x.Doing}{string.Concat(x.Lines)}{x.Lines.Count}"));
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{e.GetType()}: {e.Message}\n{string.Join('\n', lines.Select(Encoding.Latin1.GetString))}\n{e.StackTrace}");
        }
    }

    private static byte[] Mix(byte[][] lines, Random random)
    {
        var line = lines[random.Next(lines.Length)].ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(line.Count + 1);
            var length = random.Next(line.Count - at + 1);
            switch (random.Next(6))
            {
                case 0 when line.Count > 0:
                    line[random.Next(line.Count)] = (byte)random.Next(256);
                    break;
                case 1:
                    line.RemoveRange(at, Math.Min(length, 40));
                    break;
                case 2:
                    line.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 3:
                    line.InsertRange(at, line.GetRange(at, Math.Min(length, 200)));
                    break;
                case 4:
                    line.RemoveRange(at, line.Count - at);
                    break;
                default:
                    var other = lines[random.Next(lines.Length)];
                    line.RemoveRange(at, line.Count - at);
                    line.AddRange(other[random.Next(other.Length + 1)..]);
                    break;
            }
        }
        return [.. line];
    }

    private static IEnumerable<byte[]> Corpus() =>
        Directory
            .EnumerateFiles(Path.Combine(Recordings.RepositoryRoot, "tests", "fixtures", "progress-corpus"))
            .Where(x => !x.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(Lines);

    private static IEnumerable<byte[]> Recorded() =>
        new[] { "classic/cold-production", "containerd/failing-test", "classic/engine-dies", "containerd/edited-test" }.SelectMany(x =>
            Lines(Recordings.Path(x, "stderr"))
        );

    private static IEnumerable<byte[]> Lines(string file)
    {
        var rest = File.ReadAllBytes(file);
        while (Array.IndexOf(rest, (byte)'\n') is >= 0 and var end)
        {
            yield return rest[..end];
            rest = rest[(end + 1)..];
        }
        yield return rest;
    }
}
