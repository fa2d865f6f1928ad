namespace CliWrap.EventStream;

public class ExitedCommandEvent(int exitCode) : CommandEvent
{
    public int ExitCode { get; } = exitCode;

    public override string ToString() => $"Exit code: {ExitCode}";
}
