using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class BuildSplitsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Steps_that_run_at_the_same_time_count_once()
    {
        var split = Split(("[a 1/2] RUN x", 0, 10), ("[b 1/2] RUN y", 5, 12), ("[b 2/2] RUN z", 20, 21));
        Assert.Equal(13_000, split.Run);
        Assert.Equal([new StageRun("a", 10_000), new StageRun("b", 8_000)], split.Stages);
    }

    [Fact]
    public void Each_kind_has_its_own_time()
    {
        var split = Split(
            ("[internal] load build definition from Dockerfile", 0, 1),
            ("[internal] load metadata for docker.io/library/node:20", 1, 3),
            ("[a 1/3] FROM docker.io/library/node:20", 3, 7),
            ("[internal] load build context", 3, 4),
            ("[a 2/3] COPY . .", 7, 8),
            ("[a 3/3] RUN x", 8, 20),
            ("exporting to image", 20, 25)
        );
        Assert.Equal((3_000, 4_000, 1_000, 13_000, 5_000), (split.Resolve, split.Pull, split.Context, split.Run, split.Export));
    }

    [Fact]
    public void A_build_that_ran_nothing_has_no_stages()
    {
        var split = BuildSplits.From(new BuildTrace { Vertices = [Samples.Step("[a 1/1] RUN x", cached: true)] });
        Assert.Equal((0, 1_000), (split.Run, split.Pull));
        Assert.Empty(split.Stages);
    }

    [Fact]
    public void The_stage_that_takes_test_results_out_is_none_of_the_users() =>
        Assert.Empty(Split(($"[{ResultsStage.Name} 1/1] COPY --from=test /out /results/", 0, 1)).Stages);

    [Theory]
    [InlineData("classic")]
    [InlineData("containerd")]
    public void A_recorded_cold_build_went_into_its_steps(string store)
    {
        var trace = Recordings.Trace($"{store}/cold-production");
        var split = BuildSplits.From(trace);
        Assert.Equal(["deps", "builder", "production"], split.Stages.Select(x => x.Stage));
        Assert.All(new[] { split.Resolve, split.Context, split.Run, split.Export }, x => Assert.True(x > 0));
        // The sample's steps run one after the other, but for a copy or two of some milliseconds.
        var steps = trace.Steps.Sum(x => x.Duration.TotalMilliseconds);
        Assert.InRange(split.Run, steps - 50, steps + 5);
        Assert.InRange(split.Stages.Sum(x => x.Run), split.Run - 3, split.Run + 50);
    }

    private static BuildSplit Split(params (string Name, int From, int To)[] vertices) =>
        BuildSplits.From(
            new BuildTrace
            {
                Vertices =
                [
                    .. vertices.Select(x => new Vertex
                    {
                        Id = x.Name,
                        Name = x.Name,
                        Intervals = [new Interval(Start.AddSeconds(x.From), Start.AddSeconds(x.To))],
                    }),
                ],
            }
        );
}
