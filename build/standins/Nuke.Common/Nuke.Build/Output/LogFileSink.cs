using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.Execution;

/// <summary>One log file of a local run, complete at every moment; other runs cannot write to it meanwhile.</summary>
internal sealed class LogFileSink : ILogEventSink, IDisposable
{
    private readonly StreamWriter _writer;
    private readonly Lazy<MessageTemplateTextFormatter> _format;

    public LogFileSink(string path, string template)
    {
        var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        _format = new Lazy<MessageTemplateTextFormatter>(() => new MessageTemplateTextFormatter(template, CultureInfo.InvariantCulture));
    }

    public void Emit(LogEvent logEvent)
    {
        lock (_writer)
        {
            var line = new StringWriter();
            _format.Value.Format(logEvent, line);
            _writer.Write(line);
        }
    }

    public void Dispose() => _writer.Dispose();
}
