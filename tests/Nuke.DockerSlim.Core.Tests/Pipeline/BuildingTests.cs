using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class BuildingTests : PipelineTest
{
    [Fact]
    public async Task Cold_comes_before_warm_and_each_is_shown_to_its_end()
    {
        await BuildAsync();
        Assert.Equal(
            ["stages", "build Cold production", "shown Cold", "watched Cold", "build Warm production", "shown Warm", "watched Warm"],
            Ports.Calls
        );
        Assert.Equal(("shop", "acme/shop", Local), (Measured.Image.Name, Measured.Image.Reference, Measured.Image.LocalReference));
        Assert.Equal((1_500, 1_500), (Measured.Builds.Cold!.Milliseconds, Measured.Builds.Warm!.Milliseconds));
        Assert.Equal("28", Measured.Tool.Engine);
    }

    [Fact]
    public async Task The_report_is_written_after_each_build()
    {
        var seen = new List<string>();
        Ports.Asked = call =>
        {
            if (call.StartsWith("build", StringComparison.Ordinal))
                seen.Add($"{call}: cold {Measured.Builds.Cold?.Milliseconds}, warm {Measured.Builds.Warm?.Milliseconds}");
        };
        await BuildAsync();
        Assert.Equal(["build Cold production: cold , warm ", "build Warm production: cold 1500, warm "], seen);
    }

    [Fact]
    public async Task The_stages_are_asked_for_once()
    {
        Pipeline.Ask(Work, stages: true, checks: true, default);
        await Pipeline.PlanAsync(Work, default);
        await Pipeline.PlanAsync(Work, default);
        await Pipeline.LintAsync(Work, default);
        Assert.Equal(["stages", "check"], Ports.Calls);
    }

    [Fact]
    public async Task A_warm_build_that_is_the_first_is_run_again()
    {
        Take(Work.Target.Definition with { Scenarios = [BuildScenario.Warm] });
        var first = true;
        Ports.Build = step =>
        {
            var outcome = Samples.Outcome(step.Scenario, Samples.Step("[production 2/2] RUN make", cached: !first));
            first = false;
            return outcome;
        };
        await BuildAsync();
        Assert.Equal(2, Ports.Calls.Count(x => x == "build Warm production"));
        Assert.Null(Measured.Builds.Warm!.Void);
    }

    [Fact]
    public async Task A_warm_build_behind_a_cold_one_is_run_once_whatever_it_finds()
    {
        Ports.Build = step => Samples.Outcome(step.Scenario, Samples.Step("[production 2/2] RUN make"));
        await BuildAsync();
        Assert.Equal(1, Ports.Calls.Count(x => x == "build Warm production"));
        Assert.StartsWith("not warm: 1 of 1 steps ran again", Measured.Builds.Warm!.Void);
    }

    [Fact]
    public async Task Rounds_alternate_and_the_quickest_counts()
    {
        Take(Work.Target.Definition with { BuildRounds = 3 });
        var seconds = new Queue<int>([9, 2, 7, 1, 8, 3]);
        Ports.Build = step => FakePorts.Good(step) with { WallClock = TimeSpan.FromSeconds(seconds.Dequeue()) };
        await BuildAsync();
        Assert.Equal(
            ["Cold", "Warm", "Cold", "Warm", "Cold", "Warm"],
            Ports.Calls.Where(x => x.StartsWith("build", StringComparison.Ordinal)).Select(x => x.Split(' ')[1])
        );
        Assert.Equal((7_000, 1_000), (Measured.Builds.Cold!.Milliseconds, Measured.Builds.Warm!.Milliseconds));
        Assert.Equal([9_000, 7_000, 8_000], Measured.Builds.Cold.Rounds.Select(x => x.Milliseconds));
    }

    [Fact]
    public async Task A_failing_build_ends_the_run_and_its_watch()
    {
        Ports.Build = step =>
            FakePorts.Good(step) with
            {
                Failure = new() { Kind = BuildFailureKind.BaseImage, Reason = "node:99 not found" },
            };
        var e = await Assert.ThrowsAsync<BuildFailedException>(BuildAsync);
        Assert.Equal(SlimExitCode.Engine, e.ExitCode);
        Assert.Equal(["stages", "build Cold production", "shown Cold", "watched Cold"], Ports.Calls);
        RunConclusion.Write(Work, e);
        Assert.Equal(ReportOutcome.Failed, Measured.Outcome);
        Assert.StartsWith("Dockerfile: a base image cannot be resolved: node:99 not found", Measured.Reason);
    }

    [Fact]
    public async Task An_earlier_runs_figures_do_not_outlive_a_new_build()
    {
        await MeasuredAsync();
        Assert.NotNull(Measured.Sizes);
        Ports.Build = step =>
            FakePorts.Good(step) with
            {
                Failure = new() { Kind = BuildFailureKind.Engine, Reason = "EOF" },
            };
        await Assert.ThrowsAsync<BuildFailedException>(BuildAsync);
        Assert.Null(Measured.Sizes);
        Assert.Equal(TestStatus.NotRun, Measured.Tests.Status);
    }

    [Fact]
    public async Task The_image_that_had_the_name_until_now_does_not_stay_behind()
    {
        var ids = new Queue<string?>(["old", "new", "new", "new"]);
        Ports.Id = _ => ids.Dequeue();
        await BuildAsync();
        Assert.Equal(["remove old"], Ports.Calls.Where(x => x.StartsWith("remove", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Layer_lines_of_an_earlier_build_do_not_outlive_a_new_one()
    {
        await File.WriteAllTextAsync(
            Work.Folder.ProductionMetadataFile,
            await File.ReadAllTextAsync(Recordings.Path("classic/warm-production", "metadata.json"))
        );
        await BuildAsync();
        Assert.Empty(Work.Folder.ReadProductionMetadata().LayerOrigins);
    }

    [Fact]
    public async Task Layer_lines_are_kept_for_a_later_target()
    {
        var text = await File.ReadAllTextAsync(Recordings.Path("classic/warm-production", "metadata.json"));
        Ports.Build = step => FakePorts.Good(step) with { MetadataText = text, Metadata = BuildMetadataReader.Read(text) };
        await BuildAsync();
        Assert.NotEmpty(Work.Folder.ReadProductionMetadata().LayerOrigins);
    }

    [Fact]
    public async Task An_interrupted_build_takes_its_image_back()
    {
        await BuildAsync();
        await Pipeline.UndoAsync(Work);
        Assert.Equal($"remove {Local}", Ports.Calls[^1]);
    }

    [Fact]
    public async Task What_this_run_did_not_build_is_not_taken_back()
    {
        await Pipeline.PlanAsync(Work, default);
        await Pipeline.UndoAsync(Work);
        Assert.Equal(["stages"], Ports.Calls);
    }

    [Fact]
    public async Task An_interruption_reaches_the_caller_as_it_is_and_ends_the_watch()
    {
        Ports.Asked = call =>
        {
            if (call == "build Warm production")
                throw new OperationCanceledException();
        };
        await Assert.ThrowsAsync<OperationCanceledException>(BuildAsync);
        Assert.Equal("watched Warm", Ports.Calls[^1]);
        Assert.True(Work.BuiltHere);
    }
}
