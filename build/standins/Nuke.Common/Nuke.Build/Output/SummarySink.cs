using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Warnings and errors repeated at the end of the build, without time and exception, each behind the target that wrote it.</summary>
internal sealed class SummarySink(HostTheme theme) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        LogLine.WriteLevel(theme, "[", logEvent.Level);
        theme.Write(TextStyle.Faint, TargetEnricher.TargetOf(logEvent));
        theme.Write(TextStyle.Faint, ": ");
        LogLine.WriteMessage(theme, logEvent);
    }
}
