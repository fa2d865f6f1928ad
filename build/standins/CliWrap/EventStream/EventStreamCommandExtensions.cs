using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;

namespace CliWrap.EventStream;

public static class EventStreamCommandExtensions
{
    public static async IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        [EnumeratorCancellation] CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken
    )
    {
        // One place only: a process writes no faster than its events are read.
        var events = Channel.CreateBounded<CommandEvent>(1);
        var output = PipeTarget.ToDelegate(
            async (line, token) => await events.Writer.WriteAsync(new StandardOutputCommandEvent(line), token).ConfigureAwait(false),
            standardOutputEncoding
        );
        var error = PipeTarget.ToDelegate(
            async (line, token) => await events.Writer.WriteAsync(new StandardErrorCommandEvent(line), token).ConfigureAwait(false),
            standardErrorEncoding
        );
        var execution = command
            .WithStandardOutputPipe(PipeTarget.Merge(command.StandardOutputPipe, output))
            .WithStandardErrorPipe(PipeTarget.Merge(command.StandardErrorPipe, error))
            .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken);
        var closing = CloseAsync(execution.Task, events.Writer);

        yield return new StartedCommandEvent(execution.ProcessId);
        await foreach (var e in events.Reader.ReadAllAsync(forcefulCancellationToken).ConfigureAwait(false))
            yield return e;
        await closing.ConfigureAwait(false);
        var result = await execution.Task.ConfigureAwait(false);
        yield return new ExitedCommandEvent(result.ExitCode);
    }

    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default
    ) => command.ListenAsync(standardOutputEncoding, standardErrorEncoding, cancellationToken, CancellationToken.None);

    public static IAsyncEnumerable<CommandEvent> ListenAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default
    ) => command.ListenAsync(encoding, encoding, cancellationToken);

    public static IAsyncEnumerable<CommandEvent> ListenAsync(this Command command, CancellationToken cancellationToken = default) =>
        command.ListenAsync(Encoding.Default, cancellationToken);

    private static async Task CloseAsync(Task execution, ChannelWriter<CommandEvent> events)
    {
        await execution.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        events.Complete();
    }
}
