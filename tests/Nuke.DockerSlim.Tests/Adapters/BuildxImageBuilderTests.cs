using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class BuildxImageBuilderTests : IDisposable, IProgress<ProgressEvent>
{
    private static readonly BuildStep Cold = new()
    {
        Scenario = BuildScenario.Cold,
        Stage = "production",
        Reference = "shop:dockerslim",
    };

    private readonly TestFolder _folder = new();
    private readonly List<ProgressEvent> _told = [];

    [Theory]
    [InlineData(Stores.Classic)]
    [InlineData(Stores.Containerd)]
    public async Task A_good_build_gives_steps_metadata_and_every_event(string store)
    {
        using var docker = new FakeDocker(store: store);

        var outcome = await BuildAsync(docker);

        Assert.Null(outcome.Failure);
        Assert.NotEmpty(outcome.Trace.Steps);
        Assert.DoesNotContain(outcome.Trace.Steps, x => x.Cached);
        Assert.NotNull(outcome.Metadata.ConfigDigest ?? outcome.Metadata.ImageDigest);
        Assert.Contains(outcome.Metadata.LayerOrigins, x => x.FromBase);
        Assert.Contains(_told, x => x is ProgressEvent.VertexChanged);
        MustLeaveNothing();
    }

    [Theory]
    [InlineData("failing-test", BuildFailureKind.Step, 15)]
    [InlineData("syntax-error", BuildFailureKind.Dockerfile, 3)]
    [InlineData("base-image-refused", BuildFailureKind.BaseImage, 1)]
    [InlineData("disk-full", BuildFailureKind.DiskFull, 2)]
    [InlineData("disk-full-context", BuildFailureKind.DiskFull, null)]
    [InlineData("engine-dies", BuildFailureKind.Engine, null)]
    [InlineData("engine-dead", BuildFailureKind.Engine, null)]
    public async Task A_build_that_fails_says_of_what_kind_and_where(string recording, BuildFailureKind kind, int? line)
    {
        using var docker = new FakeDocker(recording);

        var failure = (await BuildAsync(docker)).Failure;

        Assert.Equal((kind, line), (failure?.Kind, failure?.Line));
        MustLeaveNothing();
    }

    [Fact]
    public async Task A_client_that_is_killed_is_a_failure_too()
    {
        using var docker = new FakeDocker("die");

        Assert.Equal(BuildFailureKind.Engine, (await BuildAsync(docker)).Failure?.Kind);
    }

    [Fact]
    public async Task An_interrupted_build_leaves_no_temporary_folder()
    {
        using var docker = new FakeDocker("hang");
        using var interruption = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var build = Builder(docker).BuildAsync(Target(), Cold, new Begin(begun), interruption.Token);
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => build);
        MustLeaveNothing();
    }

    [Fact]
    public async Task The_value_of_a_secret_is_no_argument()
    {
        using var docker = new FakeDocker();
        var key = _folder.Write("key.txt", "hush-hush");
        var definition = new ImageDefinition("shop") { BuildSecrets = ["id=token,env=TOKEN", $"id=key,src={key}"] };

        await Builder(docker).BuildAsync(Target() with { Definition = definition }, Cold, this, CancellationToken.None);

        Assert.Contains("id=token,env=TOKEN", docker.Calls.Single());
        Assert.Contains($"id=key,src={key}", docker.Calls.Single());
        Assert.DoesNotContain("hush-hush", docker.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_come_with_their_lines()
    {
        using var docker = new FakeDocker();

        var stages = await Builder(docker).ListStagesAsync(Target(), CancellationToken.None);

        Assert.Equal(["deps", "test", "builder", "production"], stages.Select(x => x.Name));
        Assert.Equal([4, 10], stages.Take(2).Select(x => x.Line));
        Assert.Contains("BUILDX_GIT_INFO=false", docker.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("syntax-error", "Dockerfile:3", 1)]
    [InlineData("empty-dockerfile", "Dockerfile", 1)]
    [InlineData("no-engine", "The engine ended the build of shop", 4)]
    public async Task Stages_that_cannot_be_listed_say_why(string scenario, string words, int exitCode)
    {
        using var docker = new FakeDocker(scenario);

        var error = await Assert.ThrowsAsync<BuildFailedException>(() => Builder(docker).ListStagesAsync(Target(), CancellationToken.None));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Equal(exitCode, (int)error.ExitCode);
    }

    [Fact]
    public async Task An_answer_that_is_not_json_says_what_to_update()
    {
        using var docker = FakeDocker.Script("echo '{ \"targets\": [ '");

        var error = await Assert.ThrowsAsync<EngineException>(() => Builder(docker).ListStagesAsync(Target(), CancellationToken.None));

        Assert.Contains("that is not JSON", error.Message, StringComparison.Ordinal);
        Assert.Contains("update the docker-buildx plugin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_of_the_check_come_with_file_and_line_although_it_ends_with_1()
    {
        using var docker = new FakeDocker();

        var findings = await Builder(docker).CheckAsync(Target("Dockerfile.naive"), CancellationToken.None);

        Assert.NotEmpty(findings);
        Assert.All(findings, x => Assert.True(x is { File: "Dockerfile.naive", Line: > 0, Rule.Length: > 0 }, $"{x}"));
    }

    public void Dispose() => _folder.Dispose();

    void IProgress<ProgressEvent>.Report(ProgressEvent value) => _told.Add(value);

    private void MustLeaveNothing() => Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["temporary"]));

    private Task<BuildOutcome> BuildAsync(FakeDocker docker) => Builder(docker).BuildAsync(Target(), Cold, this, CancellationToken.None);

    private BuildxImageBuilder Builder(FakeDocker docker) =>
        new(docker.Command, _folder["temporary"], new AnswerCache(_folder["temporary"], TimeProvider.System));

    private BuildTarget Target(string dockerfile = "Dockerfile") =>
        new(new ImageDefinition("shop"), _folder.Path, _folder[dockerfile], _folder.Path);

    private sealed class Begin(TaskCompletionSource begun) : IProgress<ProgressEvent>
    {
        public void Report(ProgressEvent value) => begun.TrySetResult();
    }
}
