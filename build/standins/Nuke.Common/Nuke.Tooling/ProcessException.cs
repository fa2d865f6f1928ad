using System.Text;

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
        var errors = process.Output.Where(line => line.Type == OutputType.Err).ToList();
        if (errors.Count > 0)
            text.AppendLine("Error output:");
        foreach (var line in errors)
            text.AppendLine("   " + line.Text);
        return text.ToString();
    }
}
