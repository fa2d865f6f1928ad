using System.Text.Json;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

/// <summary>The sample's builds as both image stores' clients told them.</summary>
public sealed class RecordedStepsTests : IDisposable, IProgress<ProgressEvent>
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(Stores.Classic, BuildScenario.Cold, "production", 9, 0)]
    [InlineData(Stores.Containerd, BuildScenario.Cold, "production", 9, 0)]
    [InlineData(Stores.Classic, BuildScenario.Warm, "production", 9, 9)]
    [InlineData(Stores.Containerd, BuildScenario.Warm, "production", 9, 9)]
    [InlineData(Stores.Classic, BuildScenario.Test, "test", 7, 4)]
    [InlineData(Stores.Containerd, BuildScenario.Test, "test", 7, 4)]
    public async Task Steps_and_cached_steps_are_counted(string store, BuildScenario scenario, string stage, int steps, int cached)
    {
        using var docker = new FakeDocker(store: store);

        var build = BuildFigures.From(await BuildAsync(docker, scenario, stage));

        Assert.Equal((steps, cached), (build.Steps, build.CachedSteps));
    }

    [Theory]
    [InlineData(Stores.Classic)]
    [InlineData(Stores.Containerd)]
    public async Task Layers_and_steps_of_a_warm_build_know_their_lines(string store)
    {
        using var docker = new FakeDocker(store: store);

        var build = await BuildAsync(docker, BuildScenario.Warm, "production");

        Assert.Equal([26, 27, 28, 29], build.Metadata.LayerOrigins.Where(x => !x.FromBase).Select(x => x.FirstLine));
        Assert.Equal([6, 7, 19, 20, 21, 22, 27, 28, 29], build.Trace.Steps.Select(x => build.Metadata.VertexLines[x.Id]).Order());
    }

    [Theory]
    [InlineData(Stores.Classic)]
    [InlineData(Stores.Containerd)]
    public async Task A_failing_test_is_shown_with_its_stage_its_instruction_and_what_it_said(string store)
    {
        using var docker = new FakeDocker("failing-test", store);

        var failure = (await BuildAsync(docker, BuildScenario.Test, "test")).Failure!;

        Assert.Equal((BuildFailureKind.Step, 15, "test", "RUN npm test"), (failure.Kind, failure.Line, failure.Stage, failure.Instruction));
        Assert.Contains(failure.Output, x => x.Contains("1 failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Stores.Classic)]
    [InlineData(Stores.Containerd)]
    public async Task Only_a_cold_build_leaves_the_cache_aside_and_all_ask_for_full_provenance(string store)
    {
        using var docker = new FakeDocker(store: store);

        await BuildAsync(docker, BuildScenario.Cold, "production");
        await BuildAsync(docker, BuildScenario.Warm, "production");
        await BuildAsync(docker, BuildScenario.Test, "test");

        Assert.Equal([true, false, false], docker.Calls.Select(x => x.Contains("--no-cache")));
        Assert.Equal(3, docker.Log.Split("BUILDX_METADATA_PROVENANCE=max").Length - 1);
    }

    [Fact]
    public async Task The_value_of_a_secret_is_in_nothing_that_a_build_came_to()
    {
        using var docker = new FakeDocker();
        var key = _folder.Write("key.txt", "hush-hush");

        var build = await BuildAsync(docker, BuildScenario.Cold, "production", $"id=key,src={key}");

        var all = JsonSerializer.Serialize(build);
        Assert.Contains("RUN npm run build", all, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Dockerfile_without_findings_has_none()
    {
        using var docker = new FakeDocker();

        Assert.Empty(await Builder(docker).CheckAsync(Target(), CancellationToken.None));
        Assert.Contains("--call=check,format=json", docker.Calls.Single());
    }

    public void Dispose() => _folder.Dispose();

    void IProgress<ProgressEvent>.Report(ProgressEvent value) { }

    private Task<BuildOutcome> BuildAsync(FakeDocker docker, BuildScenario scenario, string stage, params string[] secrets) =>
        Builder(docker).BuildAsync(Target(secrets), new BuildStep { Scenario = scenario, Stage = stage }, this, CancellationToken.None);

    private BuildxImageBuilder Builder(FakeDocker docker) =>
        new(docker.Command, _folder["temporary"], new AnswerCache(_folder["temporary"], TimeProvider.System));

    private BuildTarget Target(params string[] secrets) =>
        new(new ImageDefinition("shop") { BuildSecrets = secrets }, _folder.Path, _folder["Dockerfile"], _folder.Path);
}
