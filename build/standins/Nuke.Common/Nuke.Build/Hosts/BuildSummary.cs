using System.Globalization;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common;

/// <summary>What stands at the beginning and the end of a build's output, all of it on standard output.</summary>
internal static class BuildSummary
{
    private const int StatusWidth = 10;
    private const int DurationWidth = 10;

    // Does not break: CI logs that fold blanks keep the columns.
    private const char Space = '\u00a0';

    public static readonly string[] Logo =
    [
        "███╗ ██╗██╗ ██╗██╗ ██╗███████╗  (stand-in)",
        "████╗██║██║ ██║█████╔╝█████╗",
        "██╔████║╚████╔╝██╔═██╗███████╗",
    ];

    public static void WriteErrorsAndWarnings(Host host)
    {
        var events = Logging.InMemorySink.Instance.LogEvents;
        if (events.Count == 0)
            return;

        using (host.WriteBlock("Errors & Warnings"))
        {
            // From here on everything logged looks like this, and no file gets it.
            Log.Logger = new LoggerConfiguration().WriteTo.Sink(new SummarySink(Logging.ThemeOf(host))).CreateLogger();
            foreach (var logEvent in events)
            {
                if (logEvent.MessageTemplate.Text.Length > 0)
                    Log.Write(logEvent);
            }
        }
    }

    public static void WriteTargets(IReadOnlyCollection<ExecutableTarget> plan)
    {
        var nameWidth = Math.Max(plan.Max(target => target.Name.Length) + 4, 19);
        var width = nameWidth + StatusWidth + DurationWidth;
        var total = plan.Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Duration);
        Host.Debug();
        Host.Debug(new string('═', width));
        Host.Information(Row(nameWidth, "Target", "Status", "Duration"));
        Host.Debug(new string('─', width));
        foreach (var target in plan)
            WriteTarget(target, nameWidth);
        Host.Debug(new string('─', width));
        Host.Information(Row(nameWidth, "Total", "", Duration(total)));
        Host.Debug(new string('═', width));
    }

    public static void WriteOutcome(bool isSucceeding)
    {
        var now = DateTime.Now.ToString(CultureInfo.CurrentCulture);
        Host.Debug();
        if (isSucceeding)
            Host.Success($"Build succeeded on {now}. ＼（＾ᴗ＾）／");
        else
            Host.Error($"Build failed on {now}. (╯°□°）╯︵ ┻━┻");
    }

    private static void WriteTarget(ExecutableTarget target, int nameWidth)
    {
        var hasRun = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
        var row = Row(nameWidth, target.Name, target.Status.ToString(), hasRun ? Duration(target.Duration) : "");
        if (target.SummaryInformation.Count > 0)
            row += new string(Space, 3) + "// " + string.Join(", ", target.SummaryInformation.Select(pair => $"{pair.Key}: {pair.Value}"));
        switch (target.Status)
        {
            case ExecutionStatus.Collective:
                break;
            case ExecutionStatus.Skipped:
                Host.Debug(row);
                break;
            case ExecutionStatus.Succeeded:
                Host.Success(row);
                break;
            case ExecutionStatus.Failed:
                Host.Error(row);
                break;
            default:
                Host.Warning(row);
                break;
        }
    }

    private static string Row(int nameWidth, string name, string status, string duration) =>
        name.PadRight(nameWidth, Space) + status.PadRight(StatusWidth, Space) + duration.PadLeft(DurationWidth, Space);

    private static string Duration(TimeSpan duration) => $"{(int)duration.TotalMinutes}:{duration:ss}".Replace("0:00", "< 1sec");
}
