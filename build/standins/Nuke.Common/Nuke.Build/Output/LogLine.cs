using System.Globalization;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Execution;

/// <summary>The parts of a log line.</summary>
internal static class LogLine
{
    public static void WriteLevel(HostTheme theme, string opening, LogEventLevel level)
    {
        var (name, style) = level switch
        {
            LogEventLevel.Verbose => ("VRB", TextStyle.Verbose),
            LogEventLevel.Debug => ("DBG", TextStyle.Debug),
            LogEventLevel.Information => ("INF", TextStyle.Information),
            LogEventLevel.Warning => ("WRN", TextStyle.Warning),
            LogEventLevel.Error => ("ERR", TextStyle.Error),
            _ => ("FTL", TextStyle.Fatal),
        };
        theme.Write(TextStyle.Faint, opening);
        theme.Write(style, name);
        theme.Write(TextStyle.Faint, "] ");
    }

    /// <summary>Strings are shown as they are, without the quotes that the host's own messages have.</summary>
    public static void WriteMessage(HostTheme theme, LogEvent logEvent)
    {
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is PropertyToken property && logEvent.Properties.TryGetValue(property.PropertyName, out var value))
                theme.Write(TextStyle.Value, Text(property, value));
            else
                theme.Write(TextStyle.Text, token.ToString());
        }

        theme.Write(TextStyle.Text, Environment.NewLine);
    }

    private static string Text(PropertyToken property, LogEventPropertyValue value)
    {
        var text = value is ScalarValue { Value: string literal } ? literal : value.ToString(property.Format, CultureInfo.InvariantCulture);
        if (property.Alignment is not { } alignment)
            return text;
        return alignment.Direction == AlignmentDirection.Left ? text.PadRight(alignment.Width) : text.PadLeft(alignment.Width);
    }
}
