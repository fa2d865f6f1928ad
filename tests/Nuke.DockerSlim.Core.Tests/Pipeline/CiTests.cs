using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Tests.Reporting;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>The build of a fresh machine: in a builder that holds nothing, from the caches that are read.</summary>
public sealed class CiTests : PipelineTest, IFreshBuilders
{
    private readonly List<BuildTarget> _built = [];
    private int _held;
    private int _taken;
    private int _removed;

    public CiTests()
    {
        Take(
            Work.Target.Definition with
            {
                Scenarios = [BuildScenario.Warm, BuildScenario.Ci],
                CacheFrom = ["acme/cache"],
                CacheTo = ["acme/cache"],
            }
        );
        Work.UseCaches(new() { Driver = "docker-container" });
        Ports.Building = (target, step) =>
        {
            if (step.Scenario == BuildScenario.Ci)
                _built.Add(target);
        };
        Ports.Build = step => Samples.Outcome(step.Scenario, Samples.Step("[production 2/2] RUN make", cached: true));
    }

    [Fact]
    public async Task It_is_timed_when_the_cache_is_written_and_its_image_and_builder_are_taken_away()
    {
        await RunAsync();
        Assert.Equal(
            ["build Warm production", "build CacheExport production", "build Ci production"],
            Ports.Calls.Where(x => x.StartsWith("build", StringComparison.Ordinal))
        );
        var target = Assert.Single(_built);
        Assert.Equal("fresh-1", target.Definition.BuildxBuilder);
        Assert.StartsWith(Temporary, target.LayoutDirectory, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
        Assert.Equal((1, 1), (_taken, _removed));
        Assert.Equal((1, null), (Measured.Builds.Ci!.CachedSteps, Measured.Builds.Ci.Void));
        Assert.Null(Work.Target.LayoutDirectory);
    }

    [Fact]
    public async Task Each_round_has_a_builder_of_its_own()
    {
        Take(Work.Target.Definition with { BuildRounds = 3 });
        await RunAsync();
        Assert.Equal(["fresh-1", "fresh-2", "fresh-3"], _built.Select(x => x.Definition.BuildxBuilder));
        Assert.Equal(3, Measured.Builds.Ci!.Rounds.Count);
    }

    [Fact]
    public async Task One_that_the_user_names_is_used_once_and_must_hold_nothing()
    {
        Take(Work.Target.Definition with { BuildRounds = 3, FreshBuilder = "mine" });
        _held = 7;
        await RunAsync();
        Assert.Equal("mine", Assert.Single(_built).Definition.BuildxBuilder);
        Assert.Equal("not ci: the builder 'mine' held 7 results before, where a fresh machine holds none", Measured.Builds.Ci!.Void);
    }

    [Fact]
    public async Task A_build_that_fails_leaves_neither_builder_nor_folder()
    {
        Ports.Build = step =>
            step.Scenario != BuildScenario.Ci
                ? FakePorts.Good(step)
                : Samples.Outcome(step.Scenario) with
                {
                    Failure = new() { Kind = BuildFailureKind.Engine, Reason = "gone" },
                };
        await Assert.ThrowsAsync<BuildFailedException>(RunAsync);
        Assert.Equal(1, _removed);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Temporary));
    }

    [Fact]
    public async Task Without_a_cache_to_read_there_is_nothing_to_time()
    {
        Take(Work.Target.Definition with { CacheFrom = [] });
        await RunAsync();
        Assert.Equal((0, null), (_taken, Measured.Builds.Ci));
    }

    public Task<FreshBuilder> TakeAsync(string? name, CancellationToken cancellationToken) =>
        Task.FromResult(
            new FreshBuilder(
                name ?? $"fresh-{++_taken}",
                _held,
                () =>
                {
                    _removed++;
                    return Task.CompletedTask;
                }
            )
        );

    private async Task RunAsync()
    {
        await BuildAsync();
        await new CiWork(Ports, Ports, Ports, this, Temporary, new ManualTime()).RunAsync(Work, default);
    }
}
