using System.Diagnostics;
using System.Text;
using Nuke.Common.IO;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

public static class ProcessTasks
{
    public static bool DefaultLogOutput = true;
    public static bool DefaultLogInvocation = true;
    public static bool LogWorkingDirectory = true;
    public static string DefaultWorkingDirectory = EnvironmentInfo.WorkingDirectory;

    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null
    )
    {
        if (!Path.IsPathRooted(toolPath.NotNull()) && !toolPath.Contains(Path.DirectorySeparatorChar))
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);
        if (toolPath.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            arguments = $"{Quote(toolPath)} {arguments}".TrimEnd();
            toolPath = ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? ToolPathResolver.GetPathExecutable("dotnet");
        }

        workingDirectory ??= DefaultWorkingDirectory;
        Assert.FileExists(toolPath);
        Assert.DirectoryExists(workingDirectory);
        var start = StartInfo(toolPath, arguments ?? "", workingDirectory, environmentVariables);
        outputFilter ??= text => text;
        if (logInvocation ?? DefaultLogInvocation)
            LogStart(start, outputFilter);
        return new StartedProcess(
            Process.Start(start),
            timeout,
            logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null,
            outputFilter
        );
    }

    public static void DefaultLogger(OutputType type, string output) =>
        Log.Write(type == OutputType.Std ? LogEventLevel.Debug : LogEventLevel.Error, output);

    internal static string Quote(string text) => text.Contains(' ') ? $"\"{text}\"" : text;

    private static ProcessStartInfo StartInfo(
        string toolPath,
        string arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environmentVariables
    )
    {
        var start = new ProcessStartInfo(toolPath, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables == null)
            return start;

        // Given variables are the whole environment, not an addition to the inherited one.
        start.Environment.Clear();
        foreach (var (name, value) in environmentVariables)
            start.Environment[name] = value;
        return start;
    }

    private static void LogStart(ProcessStartInfo start, Func<string, string> filter)
    {
        Log.Information("> {ToolPath} {Arguments}", Quote(start.FileName), filter(start.Arguments));
        if (LogWorkingDirectory)
        {
            var level = start.WorkingDirectory == DefaultWorkingDirectory ? LogEventLevel.Verbose : LogEventLevel.Information;
            Log.Write(level, "@ {WorkingDirectory}", start.WorkingDirectory);
        }
    }
}
