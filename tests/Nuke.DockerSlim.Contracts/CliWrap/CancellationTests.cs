using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource _forceful = new();
    private readonly CancellationTokenSource _graceful = new();

    public void Dispose()
    {
        _forceful.Dispose();
        _graceful.Dispose();
    }

    [Fact]
    public async Task A_forceful_one_kills_and_says_so()
    {
        var task = (Shell.Script("trap '' INT TERM; echo ready; sleep 60") | Cancel(_forceful)).ExecuteAsync(_forceful.Token);

        var canceled = await Canceled(task);

        Assert.Equal($"Command execution canceled. Underlying process (sh#{task.ProcessId}) was forcefully terminated.", canceled.Message);
        Assert.Equal(_forceful.Token, canceled.CancellationToken);
        Assert.True(task.Task.IsCanceled);
        Assert.False(Shell.IsAlive(task.ProcessId));
    }

    [Fact]
    public async Task A_forceful_one_kills_the_whole_tree()
    {
        var children = new List<int>();
        var command =
            Shell.Script("sh -c 'sleep 60 & echo $!; wait' & wait")
            | (
                line =>
                {
                    children.Add(int.Parse(line));
                    _forceful.Cancel();
                }
            );

        await Canceled(command.ExecuteAsync(_forceful.Token));

        Assert.True(await Shell.EndsAsync(Assert.Single(children)));
    }

    [Fact]
    public async Task A_forceful_one_does_not_wait_for_a_process_that_left_the_tree()
    {
        // It keeps the pipes open; the cancelled call must return all the same.
        var strays = new List<int>();
        var command =
            Shell.Script("(setsid sh -c 'echo $$; exec sleep 60' &) ; sleep 60")
            | (
                line =>
                {
                    strays.Add(int.Parse(line));
                    _forceful.Cancel();
                }
            );

        await Canceled(command.ExecuteAsync(_forceful.Token));

        await Shell.Script($"kill {Assert.Single(strays)}").WithValidation(CommandResultValidation.None).ExecuteAsync();
    }

    [Fact]
    public async Task A_graceful_one_interrupts_and_lets_the_program_finish()
    {
        var text = new StringBuilder();
        var command =
            Shell.Script("trap 'echo cleaned; exit 0' INT; echo ready; while :; do sleep 0.01; done")
            | PipeTarget.Merge(Cancel(_graceful), PipeTarget.ToStringBuilder(text));
        var task = command.ExecuteAsync(_forceful.Token, _graceful.Token);

        var canceled = await Canceled(task);

        Assert.Equal("ready\ncleaned\n", text.ToString());
        Assert.Equal($"Command execution canceled. Underlying process (sh#{task.ProcessId}) was gracefully terminated.", canceled.Message);
        Assert.Equal(_graceful.Token, canceled.CancellationToken);
    }

    [Fact]
    public async Task A_forceful_one_ends_a_program_that_ignores_the_graceful_one()
    {
        var command =
            Shell.Script("trap 'echo no' INT; echo ready; while :; do sleep 0.01; done")
            | (line => (line == "no" ? _forceful : _graceful).Cancel());

        var canceled = await Canceled(command.ExecuteAsync(_forceful.Token, _graceful.Token));

        Assert.EndsWith("was forcefully terminated.", canceled.Message);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_ends_the_process_too()
    {
        _forceful.Cancel();

        var task = Cli.Wrap("sleep").WithArguments("60").ExecuteAsync(_forceful.Token);
        await Canceled(task);

        Assert.False(Shell.IsAlive(task.ProcessId));
    }

    [Fact]
    public async Task A_buffered_or_mapped_task_tells_the_same()
    {
        _graceful.Cancel();
        var sleep = Cli.Wrap("sleep").WithArguments("60");

        var buffered = await Canceled(sleep.ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, _forceful.Token, _graceful.Token));
        var mapped = await Canceled(sleep.ExecuteAsync(_forceful.Token, _graceful.Token).Select(result => result.ExitCode));

        Assert.EndsWith("was gracefully terminated.", buffered.Message);
        Assert.EndsWith("was gracefully terminated.", mapped.Message);
    }

    [Fact]
    public async Task After_the_end_a_token_changes_nothing()
    {
        var result = await Cli.Wrap("true").ExecuteAsync(_forceful.Token, _graceful.Token);

        _graceful.Cancel();
        _forceful.Cancel();

        Assert.Equal(0, result.ExitCode);
    }

    private static PipeTarget Cancel(CancellationTokenSource source) => PipeTarget.ToDelegate(_ => source.Cancel());

    // Exactly this type: TaskCanceledException would be another promise.
    private static async Task<OperationCanceledException> Canceled<T>(CommandTask<T> task) =>
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await task.Task.WaitAsync(TimeSpan.FromSeconds(30)));
}
