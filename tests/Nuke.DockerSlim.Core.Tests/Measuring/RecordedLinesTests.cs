using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Measuring;

/// <summary>The lines of the sample as both stores' builds told them.</summary>
public sealed class RecordedLinesTests
{
    private static readonly TimeSpan WallClock = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void Every_instruction_of_the_needed_stages_has_a_row(string store)
    {
        var lines = Report(store, BuildScenario.Cold).Lines;
        Assert.Equal(
            [
                .. new[] { (4, "deps"), (5, "deps"), (6, "deps"), (7, "deps") },
                .. new[] { (18, "builder"), (19, "builder"), (20, "builder"), (21, "builder"), (22, "builder") },
                .. Enumerable.Range(24, 6).Select(x => (x, "production")),
                .. Enumerable.Range(31, 4).Select(x => (x, "production")),
            ],
            lines.Select(x => (x.Line, x.Stage))
        );
        Assert.Equal("RUN --mount=type=cache,target=/root/.npm npm ci", lines.Single(x => x.Line == 7).Instruction);
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_cold_builds_time_is_at_the_lines_that_took_it(string store)
    {
        var lines = Report(store, BuildScenario.Cold).Lines;
        Assert.Equal([7, 21, 22], lines.OrderByDescending(x => x.Cold).Take(3).Select(x => x.Line).Order());
        Assert.All(lines, x => Assert.Equal((null, null), (x.Warm, x.Edited)));
        // The base is named at both FROM lines and taken once; stages, config and a WORKDIR that is there already take nothing.
        Assert.All(lines.Where(x => x.Line is 18 or 24 or 25 or 26 or > 29), x => Assert.Equal(0, x.Cold));
        Assert.Empty(lines.Where(x => x.Cached.Count > 0).Select(x => x.Line).Except([5, 26]));
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void Builds_add_up_in_one_report(string store)
    {
        var report = Report(store, BuildScenario.Cold, BuildScenario.Warm, BuildScenario.Edited);
        Assert.All(report.Lines, x => Assert.True(x is { Cold: not null, Warm: not null, Edited: not null }));
        Assert.Equal([5, 6, 7, 19, 20, 21, 22, 26, 27, 28, 29], report.Lines.Where(x => x.Cached.Contains("warm")).Select(x => x.Line));
        Assert.DoesNotContain("edited", report.Lines.Single(x => x.Line == 20).Cached);
        Assert.Contains("edited", report.Lines.Single(x => x.Line == 7).Cached);
    }

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void The_times_add_up_to_the_wall_clock(string store)
    {
        var report = Report(store, BuildScenario.Cold);
        var sum = report.LineTimes.Cold!;
        Assert.Equal(report.Lines.Sum(x => x.Cold), sum.LinesMilliseconds);
        Assert.Equal(
            (long)WallClock.TotalMilliseconds,
            sum.RunningMilliseconds + sum.ContextMilliseconds + sum.ExportMilliseconds + sum.OtherMilliseconds
        );
        Assert.InRange(sum.RunningMilliseconds, sum.CriticalMilliseconds * 95 / 100, sum.LinesMilliseconds + report.Lines.Count);
        Assert.Equal([7, 19, 20, 21, 22], sum.CriticalPath.Where(x => x is 7 or 19 or 20 or 21 or 22));
        Assert.True(sum.ExportMilliseconds > 0);
    }

    [Theory]
    [InlineData("classic", BuildScenario.Cold)]
    [InlineData("containerd", BuildScenario.Cold)]
    [InlineData("classic", BuildScenario.Warm)]
    [InlineData("containerd", BuildScenario.Warm)]
    [InlineData("classic", BuildScenario.Edited)]
    [InlineData("containerd", BuildScenario.Edited)]
    public void Without_provenance_the_names_say_the_same(string store, BuildScenario scenario)
    {
        var told = Outcome(store, scenario);
        var inferred = told with { Metadata = BuildMetadata.Empty };
        var dockerfile = told.Metadata.Dockerfile!;
        var expected = LineCosts.WithTimes(new ImageReport(), told, dockerfile, "production");
        var actual = LineCosts.WithTimes(new ImageReport(), inferred, dockerfile, "production");
        Assert.Equal(
            expected.Lines.Select(x => (x.Line, x.Cold, x.Warm, x.Edited, string.Join(' ', x.Cached))),
            actual.Lines.Select(x => (x.Line, x.Cold, x.Warm, x.Edited, string.Join(' ', x.Cached)))
        );
        Assert.Equal((false, true), (expected.LinesAreInferred, actual.LinesAreInferred));
    }

    private static ImageReport Report(string store, params BuildScenario[] scenarios) =>
        scenarios
            .Select(x => Outcome(store, x))
            .Aggregate(new ImageReport(), (report, x) => LineCosts.WithTimes(report, x, x.Metadata.Dockerfile, "production"));

    private static BuildOutcome Outcome(string store, BuildScenario scenario)
    {
        var name = $"{store}/{scenario.ToString().ToLowerInvariant()}-production";
        return new()
        {
            Scenario = scenario,
            WallClock = WallClock,
            Trace = Recordings.Trace(name),
            Metadata = Recordings.Metadata(name),
        };
    }
}
