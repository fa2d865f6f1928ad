using System.ComponentModel;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Where the build runs. The constructor is closed: a host of one's own would have to be found by name, which this stand-in does not do.</summary>
[TypeConverter(typeof(HostConverter))]
public class Host
{
    internal Host() => Instance = this;

    internal static Host Instance { get; private set; }

    internal virtual HostTheme Theme => HostTheme.Default;

    /// <summary>Whether targets are folded groups in the log instead of having a headline.</summary>
    internal virtual bool HasGroups => false;

    internal static void Success(string text = null) => WriteLine(TextStyle.Success, text);

    internal static void Debug(string text = null) => WriteLine(TextStyle.Debug, text);

    internal static void Information(string text = null) => WriteLine(TextStyle.Information, text);

    internal static void Warning(string text = null) => WriteLine(TextStyle.Warning, text);

    internal static void Error(string text = null) => WriteLine(TextStyle.Error, text);

    protected internal virtual IDisposable WriteBlock(string text)
    {
        Debug();
        Debug("╬" + new string('═', text.Length + 5));
        Debug("║ " + Theme.Format(TextStyle.Information, text));
        Debug("╬" + new string('═', Math.Max(text.Length - 4, 2)));
        Debug();
        return Utilities.Disposable.Nothing;
    }

    protected internal virtual void ReportWarning(string text, string details = null) { }

    protected internal virtual void ReportError(string text, string details = null) { }

    /// <summary>Whether the host has taken a message template for itself, so that it is not logged.</summary>
    protected internal virtual bool FilterMessage(string message) => false;

    protected internal void WriteLogo()
    {
        Debug();
        foreach (var line in BuildSummary.Logo)
            Debug(line);
        Debug();
    }

    protected internal virtual void WriteErrorsAndWarnings() => BuildSummary.WriteErrorsAndWarnings(this);

    protected internal virtual void WriteTargetOutcome(INukeBuild build) => BuildSummary.WriteTargets(build.ExecutionPlan);

    protected internal virtual void WriteBuildOutcome(INukeBuild build) => BuildSummary.WriteOutcome(build.IsSucceeding);

    private static void WriteLine(TextStyle style, string text) => (Instance?.Theme ?? HostTheme.Default).WriteLine(style, text);
}
