using System.Text;

namespace CliWrap;

public partial class Command
{
    public static Command operator |(Command source, PipeTarget target) => source.WithStandardOutputPipe(target);

    public static Command operator |(Command source, Stream target) => source | PipeTarget.ToStream(target);

    public static Command operator |(Command source, StringBuilder target) => source | PipeTarget.ToStringBuilder(target);

    public static Command operator |(Command source, Func<string, CancellationToken, Task> target) =>
        source | PipeTarget.ToDelegate(target);

    public static Command operator |(Command source, Func<string, Task> target) => source | PipeTarget.ToDelegate(target);

    public static Command operator |(Command source, Action<string> target) => source | PipeTarget.ToDelegate(target);

    public static Command operator |(Command source, (PipeTarget stdOut, PipeTarget stdErr) targets) =>
        source.WithStandardOutputPipe(targets.stdOut).WithStandardErrorPipe(targets.stdErr);

    public static Command operator |(Command source, (Stream stdOut, Stream stdErr) targets) =>
        source | (PipeTarget.ToStream(targets.stdOut), PipeTarget.ToStream(targets.stdErr));

    public static Command operator |(Command source, (StringBuilder stdOut, StringBuilder stdErr) targets) =>
        source | (PipeTarget.ToStringBuilder(targets.stdOut), PipeTarget.ToStringBuilder(targets.stdErr));

    public static Command operator |(
        Command source,
        (Func<string, CancellationToken, Task> stdOut, Func<string, CancellationToken, Task> stdErr) targets
    ) => source | (PipeTarget.ToDelegate(targets.stdOut), PipeTarget.ToDelegate(targets.stdErr));

    public static Command operator |(Command source, (Func<string, Task> stdOut, Func<string, Task> stdErr) targets) =>
        source | (PipeTarget.ToDelegate(targets.stdOut), PipeTarget.ToDelegate(targets.stdErr));

    public static Command operator |(Command source, (Action<string> stdOut, Action<string> stdErr) targets) =>
        source | (PipeTarget.ToDelegate(targets.stdOut), PipeTarget.ToDelegate(targets.stdErr));

    public static Command operator |(PipeSource source, Command target) => target.WithStandardInputPipe(source);

    public static Command operator |(Stream source, Command target) => PipeSource.FromStream(source) | target;

    public static Command operator |(ReadOnlyMemory<byte> source, Command target) => PipeSource.FromBytes(source) | target;

    public static Command operator |(byte[] source, Command target) => PipeSource.FromBytes(source) | target;

    public static Command operator |(string source, Command target) => PipeSource.FromString(source) | target;

    public static Command operator |(Command source, Command target) => PipeSource.FromCommand(source) | target;
}
