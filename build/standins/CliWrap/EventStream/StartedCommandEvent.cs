namespace CliWrap.EventStream;

public class StartedCommandEvent(int processId) : CommandEvent
{
    public int ProcessId { get; } = processId;

    public override string ToString() => $"Process ID: {ProcessId}";
}
