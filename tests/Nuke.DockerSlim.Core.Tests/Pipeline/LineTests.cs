using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class LineTests : PipelineTest
{
    private const string Dockerfile = "FROM node AS production\nRUN make\nCMD [\"x\"]\n";

    [Fact]
    public async Task Without_provenance_the_lines_are_those_of_the_file_and_said_to_be_inferred()
    {
        Directory.CreateDirectory(Work.Target.ContextDirectory);
        await File.WriteAllTextAsync(Work.Target.DockerfilePath, Dockerfile);

        await BuildAsync();

        Assert.Equal(["FROM node AS production", "RUN make", "CMD [\"x\"]"], Measured.Lines.Select(x => x.Instruction));
        Assert.True(Measured.LinesAreInferred);
        Assert.Equal((1_000, 1_000), (Measured.Lines[1].Cold, Measured.Lines[1].Warm));
        Assert.Equal(["warm"], Measured.Lines[1].Cached);
        Assert.Equal((0, null), (Measured.Lines[2].Cold, Measured.Lines[2].Edited));
        Assert.Equal((1_000, 500), (Measured.LineTimes.Cold!.RunningMilliseconds, Measured.LineTimes.Cold.OtherMilliseconds));
    }

    [Fact]
    public async Task Without_provenance_and_file_there_are_no_lines()
    {
        File.Delete(Work.Target.DockerfilePath);
        await BuildAsync();
        Assert.Empty(Measured.Lines);
        Assert.False(Measured.LinesAreInferred);
    }

    [Fact]
    public async Task A_cold_build_alone_leaves_its_lines_to_a_later_target()
    {
        Take(Work.Target.Definition with { Scenarios = [BuildScenario.Cold] });
        var text = await File.ReadAllTextAsync(Recordings.Path("containerd/cold-production", "metadata.json"));
        Ports.Build = step =>
            FakePorts.Good(step) with
            {
                Trace = Recordings.Trace("containerd/cold-production"),
                MetadataText = text,
                Metadata = BuildMetadataReader.Read(text),
            };

        await BuildAsync();

        Assert.Equal([26, 27, 28, 29], Work.Folder.ReadProductionMetadata().LayerOrigins.Where(x => !x.FromBase).Select(x => x.FirstLine));
        Assert.False(Measured.LinesAreInferred);
        Assert.Contains(Measured.Lines, x => x is { Line: 7, Cold: > 10_000, Warm: null });
    }

    [Fact]
    public async Task A_warm_build_that_ran_a_step_is_said_to_have_missed_it_until_another_did_not()
    {
        Take(Work.Target.Definition with { BuildRounds = 2 });
        Directory.CreateDirectory(Work.Target.ContextDirectory);
        await File.WriteAllTextAsync(Work.Target.DockerfilePath, Dockerfile);
        var seen = new List<string?>();
        var rounds = 0;
        Ports.Build = step =>
        {
            if (step.Scenario == BuildScenario.Cold && rounds > 0)
                seen.Add(Measured.CacheMiss?.Cause);
            return Samples.Outcome(
                step.Scenario,
                Samples.Step("[production 2/2] RUN make", cached: step.Scenario == BuildScenario.Warm && rounds++ > 0)
            );
        };

        await BuildAsync();

        Assert.StartsWith("line 2, RUN, has no result in the builder's cache", Assert.Single(seen));
        Assert.Null(Measured.CacheMiss);
    }
}
