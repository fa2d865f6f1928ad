using System.Text;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

public class ProcessException : Exception
{
    public ProcessException(IProcess process)
        : base(Describe(process)) => ExitCode = process.ExitCode;

    public int ExitCode { get; }

    private static string Describe(IProcess process)
    {
        var text = new StringBuilder()
            .AppendLine($"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}.")
            .AppendLine($"   > {ProcessTasks.Quote(process.FileName)} {process.Arguments}")
            .AppendLine($"   @ {process.WorkingDirectory}");
        if (!Append(text, "Error output:", process, OutputType.Err) && Log.IsEnabled(LogEventLevel.Verbose))
            Append(text, "Standard output:", process, OutputType.Std);
        return text.ToString();
    }

    private static bool Append(StringBuilder text, string heading, IProcess process, OutputType type)
    {
        var lines = process.Output.Where(line => line.Type == type).ToList();
        if (lines.Count > 0)
            text.AppendLine(heading);
        lines.ForEach(line => text.AppendLine("   " + line.Text));
        return lines.Count > 0;
    }
}
