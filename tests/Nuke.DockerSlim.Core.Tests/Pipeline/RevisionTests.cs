using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>Images that are held against another revision, which is built in turn with them.</summary>
public sealed class RevisionTests : PipelineTest
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";
    private readonly List<string> _built = [];

    public RevisionTests()
    {
        Ports.Revision = (directory, _) => new Revision(Commit, directory);
        Ports.TakeOut = x =>
        {
            Directory.CreateDirectory(x);
            File.Copy(Path.Combine(Context, "Dockerfile"), Path.Combine(x, "Dockerfile"));
        };
        Ports.Building = (target, step) => _built.Add($"{step.Scenario} {target.Revision ?? "now"}");
        Take(
            new ImageDefinition("acme/shop")
            {
                Scenarios = [BuildScenario.Cold, BuildScenario.Warm],
                BuildRounds = 2,
                BaselineRef = "origin/main",
                Budget = new() { SizeGrowth = 2.Percent },
            }
        );
    }

    [Fact]
    public async Task Both_are_built_in_turn_and_each_goes_first_every_other_time()
    {
        await BuildAsync();

        Assert.Equal(
            ["Cold now", "Cold 01234567", "Warm now", "Warm 01234567", "Cold 01234567", "Cold now", "Warm 01234567", "Warm now"],
            _built
        );
    }

    [Fact]
    public async Task What_is_too_near_to_a_limit_is_timed_again_up_to_the_most_and_what_it_is_held_against_with_it()
    {
        // Builds of 10.2 s, against a limit that they are just over.
        Ports.Build = step =>
            step.Scenario == BuildScenario.Cold
                ? FakePorts.Good(step) with
                {
                    WallClock = TimeSpan.FromMilliseconds(10_200 + 50 * (_built.Count % 3)),
                }
                : FakePorts.Good(step);
        Take(
            Work.Target.Definition with
            {
                BuildRounds = 1,
                MaxBuildRounds = 3,
                Budget = new() { ColdBuild = TimeSpan.FromSeconds(10) },
            }
        );

        await BuildAsync();

        Assert.Equal((3, 1), (Measured.Builds.Cold!.Rounds.Count, Measured.Builds.Warm!.Rounds.Count));
        Assert.Equal(3, _built.Count(x => x == "Cold 01234567"));
    }

    [Fact]
    public async Task The_image_is_held_against_what_was_measured_of_it_and_nothing_else_stays()
    {
        await MeasuredAsync();
        await Pipeline.FindBaselineAsync(Work, default);
        Nuke.DockerSlim.ImagePipeline.Judge(Work);

        Assert.Equal(
            (BaselineKind.Revision, "origin/main", Commit, null),
            (Measured.Baseline!.Kind, Measured.Baseline.Source, Measured.Baseline.Found, Measured.Baseline.Missing)
        );
        Assert.Equal(0, Measured.Delta!.Measures.Single(x => x.Name == "unpackedSize").Change);
        Assert.Equal(2, JsonReport.Read(Work.Folder.BaselineReportFile).Builds.Cold!.Rounds.Count);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
        Assert.Contains("remove acme/shop-baseline:dockerslim", Ports.Calls);
    }

    [Fact]
    public async Task One_that_cannot_be_built_is_no_baseline_and_fails_nothing()
    {
        Ports.Build = step =>
            _built[^1].EndsWith("now", StringComparison.Ordinal)
                ? FakePorts.Good(step)
                : throw new EngineException("The step at Dockerfile:2 failed.\nwith evidence");

        await MeasuredAsync();
        await Pipeline.FindBaselineAsync(Work, default);
        Nuke.DockerSlim.ImagePipeline.Judge(Work);

        Assert.Equal("The step at Dockerfile:2 failed", Measured.Baseline!.Missing);
        Assert.Null(Measured.Delta);
        Assert.Equal(1, _built.Count(x => x.EndsWith(Commit[..8], StringComparison.Ordinal)));
        Assert.False(File.Exists(Work.Folder.BaselineReportFile));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task A_revision_without_the_Dockerfile_is_no_baseline()
    {
        Ports.TakeOut = x => Directory.CreateDirectory(x);

        await MeasuredAsync();

        Assert.Equal("it has no Dockerfile", Measured.Baseline!.Missing);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task A_run_of_no_pull_request_has_none()
    {
        Ports.Revision = (_, _) => null;

        await MeasuredAsync();

        Assert.Equal("this run is of no pull request", Measured.Baseline!.Missing);
    }

    [Fact]
    public async Task A_context_outside_of_the_working_copy_is_an_error_before_anything_is_built()
    {
        Ports.Revision = (directory, _) => new Revision(Commit, Path.Combine(directory, "elsewhere"));

        var e = await Assert.ThrowsAsync<InputException>(BuildAsync);

        Assert.Contains("lies outside the git working copy", e.Message);
        Assert.Empty(_built);
    }

    [Fact]
    public async Task What_an_earlier_build_was_held_against_counts_for_later_targets_and_no_other()
    {
        await MeasuredAsync();
        Take(Work.Target.Definition with { BaselineRef = "v1" });
        Work.Resume();

        await Pipeline.FindBaselineAsync(Work, default);
        Nuke.DockerSlim.ImagePipeline.Judge(Work);

        Assert.Equal("it was not built together with this image; run BuildImage with --baseline-ref", Measured.Baseline!.Missing);
    }
}
