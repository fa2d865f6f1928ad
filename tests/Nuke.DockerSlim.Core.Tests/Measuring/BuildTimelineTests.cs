using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class BuildTimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_recorded_cold_build_has_its_steps_in_order(string store)
    {
        var steps = Timeline($"{store}/cold-production", BuildScenario.Cold);
        Assert.Equal(steps.OrderBy(x => x.FromMilliseconds).Select(x => x.FromMilliseconds), steps.Select(x => x.FromMilliseconds));
        Assert.Equal(0, steps[0].FromMilliseconds);
        Assert.All(steps, x => Assert.True(x.ToMilliseconds >= x.FromMilliseconds, x.Name));
        var install = Assert.Single(steps, x => x.Name.EndsWith("npm ci", StringComparison.Ordinal));
        Assert.Equal((VertexKind.Run, false, true), (install.Kind, install.Cached, install.IsCritical));
        Assert.NotNull(install.Line);
        Assert.Contains(steps, x => x is { Kind: VertexKind.Export, IsCritical: true });
        Assert.Contains(steps, x => x is { Kind: VertexKind.Context });
    }

    [Fact]
    public void Steps_of_a_recorded_warm_build_came_from_the_cache() =>
        Assert.All(
            Timeline("classic/warm-production", BuildScenario.Warm).Where(x => x.Name.Contains("] RUN ", StringComparison.Ordinal)),
            x => Assert.True(x.Cached, x.Name)
        );

    [Fact]
    public void What_waited_for_the_longest_is_critical_and_what_ran_beside_it_is_not()
    {
        Vertex[] vertices =
        [
            Vertex("base", 0, 1),
            Vertex("long", 1, 9, "base"),
            Vertex("short", 1, 2, "base"),
            Vertex("both", 9, 10, "long", "short"),
            Vertex("never") with
            {
                Intervals = [],
            },
        ];
        var steps = BuildTimeline.Of(vertices, _ => 1);
        Assert.Equal(["base", "short", "long", "both"], steps.Select(x => x.Name));
        Assert.Equal(["base", "long", "both"], steps.Where(x => x.IsCritical).Select(x => x.Name));
    }

    [Fact]
    public void Of_very_many_steps_the_longest_are_told_of()
    {
        var steps = BuildTimeline.Of([.. Enumerable.Range(0, 1_000).Select(x => Vertex($"step {x}", x, x + x))], _ => null);
        Assert.Equal(BuildTimeline.Most, steps.Count);
        Assert.Equal("step 700", steps[0].Name);
    }

    private static IReadOnlyList<Nuke.DockerSlim.Reporting.TimedStep> Timeline(string recording, BuildScenario scenario)
    {
        var metadata = Recordings.Metadata(recording);
        var outcome = Samples.Outcome(scenario) with { Trace = Recordings.Trace(recording), Metadata = metadata };
        return LineTiming.Of(outcome, metadata.Dockerfile!, metadata.Dockerfile!.Find("production")!).Timeline();
    }

    private static Vertex Vertex(string name, int from = 0, int to = 0, params string[] inputs) =>
        new()
        {
            Id = name,
            Name = name,
            Inputs = inputs,
            Intervals = [new Interval(Start.AddSeconds(from), Start.AddSeconds(to))],
        };
}
