using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>Test commands in containers of a real engine.</summary>
public sealed class TestContainerTests : IProgress<string>
{
    private readonly string _mark = "mark" + Guid.NewGuid().ToString("N");
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [EngineTheory, OnBothStores]
    public async Task The_exit_code_is_the_commands_and_its_lines_are_streamed(string store)
    {
        var run = await RunAsync(store, "echo one; echo two >&2; sleep 0.1; echo three; exit 42");

        Assert.Equal((42, false), (run.ExitCode, run.TimedOut));
        Assert.Equal(["one", "three", "two"], _lines.Order(StringComparer.Ordinal));
        Assert.Equal(3, run.LastLines.Count);
    }

    [EngineTheory, OnBothStores]
    public async Task A_command_is_the_shells_with_its_quotes_and_dollars(string store)
    {
        var run = await RunAsync(store, "name='a  b'; echo \"it's $name\" && echo '\"$name\"' | cat");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["it's a  b", "\"$name\""], _lines);
    }

    [EngineTheory, OnBothStores]
    public async Task A_command_that_does_not_end_is_stopped_at_its_limit(string store)
    {
        var run = await RunAsync(store, "echo begun; sleep 100", limit: TimeSpan.FromSeconds(1), results: "/nowhere");

        Assert.True(run.TimedOut);
        Assert.Null(run.ExitCode);
        Assert.Equal(["begun"], run.LastLines);
    }

    [EngineTheory, OnBothStores]
    public async Task An_interrupted_command_leaves_no_container(string store)
    {
        using var interruption = new CancellationTokenSource();
        var run = RunAsync(store, "echo begun; sleep 100", cancellationToken: interruption.Token);
        await _said.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [EngineTheory, OnBothStores]
    public async Task Results_are_one_file_or_all_those_of_a_folder(string store)
    {
        const string Write = "mkdir -p /r/deep && echo '<a/>' > /r/a.xml && echo '<b/>' > /r/deep/b.trx && echo no > /r/c.txt";

        var one = await RunAsync(store, Write, results: "/r/a.xml");
        var all = await RunAsync(store, Write, results: "/r");

        Assert.Equal("<a/>\n"u8.ToArray(), Assert.Single(one.Results).Content.ToArray());
        Assert.Equal(["r/a.xml", "r/deep/b.trx"], all.Results.Select(x => x.Name).Order(StringComparer.Ordinal));
    }

    [EngineTheory]
    [OnBothStores("/nowhere")]
    [OnStore(Stores.Classic, "/bin")]
    public async Task Results_that_are_not_there_are_an_error_unless_the_command_failed(string store, string path)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => RunAsync(store, "true", results: path));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        var failed = await RunAsync(store, "exit 1", results: path);
        Assert.Equal(1, failed.ExitCode);
        Assert.Empty(failed.Results);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_image_that_is_not_there_is_named(string store)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => RunAsync(store, "true", image: "dockerslim-tests/none:1"));

        Assert.Equal("The engine has no image dockerslim-tests/none:1.", error.Message);
    }

    void IProgress<string>.Report(string value)
    {
        _lines.Add(value);
        _said.TrySetResult();
    }

    private async Task<TestRun> RunAsync(
        string store,
        string command,
        string? results = null,
        TimeSpan? limit = null,
        string image = StoreEngine.Base,
        CancellationToken cancellationToken = default
    )
    {
        using var engine = await StoreEngine.OpenAsync(store);
        var request = new TestRequest(image, $": {_mark}; {command}", limit ?? TimeSpan.FromMinutes(1), results);
        try
        {
            return await new TestContainer(engine.Engine).RunAsync(request, this, cancellationToken);
        }
        finally
        {
            Assert.Empty(await engine.ContainersAsync(_mark));
        }
    }
}
