using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Gives each log event the name of the running target, cut to the width of its column in the log files.</summary>
internal sealed class TargetEnricher : ILogEventEnricher
{
    public const string Property = "ExecutingTarget";
    public const int Width = 20;

    public static string Current { get; set; } = "";

    public static string TargetOf(LogEvent logEvent) =>
        logEvent.Properties.GetValueOrDefault(Property) is ScalarValue { Value: string name } ? name : "";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var name = Current.Length > Width ? Current[..Width] : Current;
        logEvent.AddOrUpdateProperty(new LogEventProperty(Property, new ScalarValue(name)));
    }
}
