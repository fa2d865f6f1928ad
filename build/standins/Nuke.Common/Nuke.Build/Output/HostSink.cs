using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Tells the host of warnings and errors, so that a CI server can mark them.</summary>
internal sealed class HostSink(Host host) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level == LogEventLevel.Warning)
            host.ReportWarning(logEvent.RenderMessage(), logEvent.Exception?.ToString());
        else if (logEvent.Level > LogEventLevel.Warning)
            host.ReportError(logEvent.RenderMessage(), logEvent.Exception?.ToString());
    }
}
