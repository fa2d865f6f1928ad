using System.Text;
using CliWrap.Exceptions;

namespace CliWrap.Buffered;

public static class BufferedCommandExtensions
{
    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken
    )
    {
        var output = new StringBuilder();
        var error = new StringBuilder();
        return command
            .WithStandardOutputPipe(
                PipeTarget.Merge(command.StandardOutputPipe, PipeTarget.ToStringBuilder(output, standardOutputEncoding))
            )
            .WithStandardErrorPipe(PipeTarget.Merge(command.StandardErrorPipe, PipeTarget.ToStringBuilder(error, standardErrorEncoding)))
            .ExecuteAsync(forcefulCancellationToken, gracefulCancellationToken)
            .Then(run => CollectAsync(run, output, error));
    }

    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding standardOutputEncoding,
        Encoding standardErrorEncoding,
        CancellationToken cancellationToken = default
    ) => command.ExecuteBufferedAsync(standardOutputEncoding, standardErrorEncoding, cancellationToken, CancellationToken.None);

    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        Encoding encoding,
        CancellationToken cancellationToken = default
    ) => command.ExecuteBufferedAsync(encoding, encoding, cancellationToken);

    public static CommandTask<BufferedCommandResult> ExecuteBufferedAsync(
        this Command command,
        CancellationToken cancellationToken = default
    ) => command.ExecuteBufferedAsync(Encoding.Default, cancellationToken);

    private static async Task<BufferedCommandResult> CollectAsync(Task<CommandResult> run, StringBuilder output, StringBuilder error)
    {
        try
        {
            var result = await run.ConfigureAwait(false);
            return new BufferedCommandResult(result.ExitCode, result.StartTime, result.ExitTime, output.ToString(), error.ToString());
        }
        catch (CommandExecutionException ex)
        {
            throw new CommandExecutionException(
                ex.Command,
                ex.ExitCode,
                $"""
                Command execution failed, see the inner exception for details.

                Standard error:
                {error.ToString().Trim()}
                """,
                ex
            );
        }
    }
}
