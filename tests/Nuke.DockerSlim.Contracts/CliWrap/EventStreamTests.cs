using System.ComponentModel;
using System.Text;
using CliWrap;
using CliWrap.EventStream;
using CliWrap.Exceptions;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class EventStreamTests
{
    [Fact]
    public async Task A_run_is_told_from_start_to_exit()
    {
        var events = await ListenAsync(Shell.Script("echo one; echo; printf two"));

        var started = Assert.IsType<StartedCommandEvent>(events[0]);
        Assert.True(started.ProcessId > 0);
        Assert.Equal(["one", "", "two"], events.OfType<StandardOutputCommandEvent>().Select(e => e.Text));
        Assert.Equal(0, Assert.IsType<ExitedCommandEvent>(events[^1]).ExitCode);
        Assert.Equal(5, events.Count);
    }

    [Fact]
    public async Task Output_and_error_output_are_told_apart()
    {
        var events = await ListenAsync(Shell.Script("echo out; echo err >&2"));

        Assert.Equal("out", Assert.Single(events.OfType<StandardOutputCommandEvent>()).Text);
        Assert.Equal("err", Assert.Single(events.OfType<StandardErrorCommandEvent>()).Text);
    }

    [Fact]
    public async Task A_failure_is_thrown_after_the_output_and_without_an_exit_event()
    {
        var events = new List<CommandEvent>();

        var failure = await Assert.ThrowsAsync<CommandExecutionException>(() => ListenAsync(Shell.Script("echo a; exit 2"), events));

        Assert.Equal(2, failure.ExitCode);
        Assert.Equal([typeof(StartedCommandEvent), typeof(StandardOutputCommandEvent)], events.Select(e => e.GetType()));
    }

    [Fact]
    public async Task Without_validation_the_exit_event_has_the_code()
    {
        var events = await ListenAsync(Shell.Script("exit 4").WithValidation(CommandResultValidation.None));

        Assert.Equal(4, Assert.IsType<ExitedCommandEvent>(events[^1]).ExitCode);
    }

    [Fact]
    public async Task A_missing_program_is_told_when_listening_begins()
    {
        var listening = Cli.Wrap("/no/such").ListenAsync();

        await Assert.ThrowsAsync<Win32Exception>(async () =>
        {
            await foreach (var _ in listening) { }
        });
    }

    [Fact]
    public async Task A_pipe_that_is_set_already_gets_the_output_too()
    {
        var log = new StringBuilder();

        var events = await ListenAsync(Shell.Script("echo text") | log);

        Assert.Equal("text\n", log.ToString());
        Assert.Single(events.OfType<StandardOutputCommandEvent>());
    }

    [Fact]
    public async Task A_hundred_thousand_lines_come_in_order()
    {
        var events = await ListenAsync(Cli.Wrap("seq").WithArguments("100000"));

        Assert.Equal(
            Enumerable.Range(1, 100_000).Select(n => n.ToString()),
            events.OfType<StandardOutputCommandEvent>().Select(e => e.Text)
        );
    }

    [Fact]
    public async Task Cancelling_in_the_middle_ends_the_process_and_the_listening()
    {
        using var forceful = new CancellationTokenSource();
        var processId = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var e in Shell.Script("echo ready; sleep 60").ListenAsync(forceful.Token))
            {
                processId = e is StartedCommandEvent started ? started.ProcessId : processId;
                if (e is StandardOutputCommandEvent)
                    forceful.Cancel();
            }
        });

        Assert.True(await Shell.EndsAsync(processId));
    }

    [Fact]
    public async Task Interrupting_lets_the_last_lines_through()
    {
        using var graceful = new CancellationTokenSource();
        var lines = new List<string>();
        var command = Shell.Script("trap 'echo cleaned; exit 0' INT; echo ready; while :; do sleep 0.01; done");

        var canceled = await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var e in command.ListenAsync(Encoding.UTF8, Encoding.UTF8, Shell.Patience, graceful.Token))
            {
                if (e is not StandardOutputCommandEvent output)
                    continue;
                lines.Add(output.Text);
                graceful.Cancel();
            }
        });

        Assert.Equal(["ready", "cleaned"], lines);
        Assert.EndsWith("was gracefully terminated.", canceled.Message);
    }

    [Fact]
    public void Events_print_as_what_they_tell()
    {
        Assert.Equal("Process ID: 12", new StartedCommandEvent(12).ToString());
        Assert.Equal("Exit code: 3", new ExitedCommandEvent(3).ToString());
        Assert.Equal("text", new StandardOutputCommandEvent("text").ToString());
        Assert.Equal("text", new StandardErrorCommandEvent("text").ToString());
    }

    private static async Task<List<CommandEvent>> ListenAsync(Command command, List<CommandEvent>? events = null)
    {
        events ??= [];
        await foreach (var e in command.ListenAsync(Shell.Patience))
            events.Add(e);
        return events;
    }
}
