using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Log lines as the console shows them: time, level, message with its values picked out, exception below.</summary>
internal sealed class ConsoleSink(HostTheme theme, bool hasTime) : ILogEventSink
{
    private readonly Lock _lock = new();

    public void Emit(LogEvent logEvent)
    {
        lock (_lock)
        {
            if (hasTime)
                theme.Write(TextStyle.Faint, $"{logEvent.Timestamp:HH:mm:ss}");
            LogLine.WriteLevel(theme, hasTime ? " [" : "[", logEvent.Level);
            LogLine.WriteMessage(theme, logEvent);
            if (logEvent.Exception == null)
                return;

            foreach (var line in logEvent.Exception.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
                theme.Write(
                    line.StartsWith("   ", StringComparison.Ordinal) ? TextStyle.Faint : TextStyle.Text,
                    line + Environment.NewLine
                );
        }
    }
}
