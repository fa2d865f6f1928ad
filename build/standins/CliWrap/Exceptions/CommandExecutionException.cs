namespace CliWrap.Exceptions;

public class CommandExecutionException(ICommandConfiguration command, int exitCode, string message, Exception? innerException = null)
    : CliWrapException(message, innerException)
{
    public CommandExecutionException(ICommandConfiguration command, int exitCode, string message)
        : this(command, exitCode, message, null) { }

    public ICommandConfiguration Command { get; } = command;

    public int ExitCode { get; } = exitCode;
}
