using Nuke.Common.CI;
using Nuke.Common.IO;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Connects Serilog's static logger with the console, the host and the log files.</summary>
public static partial class Logging
{
    public static readonly LoggingLevelSwitch LevelSwitch = new();

    private const int OldLogFilesKept = 5;

    public static LogLevel Level
    {
        get =>
            LevelSwitch.MinimumLevel switch
            {
                LogEventLevel.Verbose => LogLevel.Trace,
                LogEventLevel.Debug => LogLevel.Normal,
                LogEventLevel.Warning => LogLevel.Warning,
                _ => LogLevel.Error,
            };
        set =>
            LevelSwitch.MinimumLevel = value switch
            {
                LogLevel.Trace => LogEventLevel.Verbose,
                LogLevel.Normal => LogEventLevel.Debug,
                LogLevel.Warning => LogEventLevel.Warning,
                _ => LogEventLevel.Error,
            };
    }

    internal static void Configure(NukeBuild build)
    {
        CleanLogFiles();
        var host = NukeBuild.Host;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.With(new TargetEnricher())
            .Filter.ByExcluding(logEvent => host.FilterMessage(logEvent.MessageTemplate.Text))
            .WriteTo.Sink(new HostSink(host), LogEventLevel.Warning)
            .WriteTo.Sink(new ConsoleSink(ThemeOf(host), build.IsOutputEnabled(DefaultOutput.Timestamps)), levelSwitch: LevelSwitch)
            .WriteTo.Sink(InMemorySink.Instance, LogEventLevel.Warning);
        if (host is not IBuildServer)
            AddFiles(configuration);
        Log.Logger = configuration.CreateLogger();
    }

    internal static HostTheme ThemeOf(Host host) =>
        string.IsNullOrEmpty(EnvironmentInfo.GetVariable("NO_COLOR")) ? host.Theme : new PlainTheme();

    internal static IDisposable SetTarget(string name)
    {
        var previous = TargetEnricher.Current;
        TargetEnricher.Current = name;
        return new Utilities.Disposable(() => TargetEnricher.Current = previous);
    }

    private static void AddFiles(LoggerConfiguration configuration)
    {
        var columns = $"{{Level:u1}} | {{{TargetEnricher.Property},-{TargetEnricher.Width}}} | {{Message:l}}{{NewLine}}{{Exception}}";
        var directory = NukeBuild.TemporaryDirectory;
        configuration.WriteTo.Sink(new LogFileSink(directory / "build.log", "{Timestamp:HH:mm:ss.fff} | " + columns));
        configuration.WriteTo.Sink(new LogFileSink(directory / $"build.{DateTime.Now:yyyy-MM-dd_HH-mm-ss}.log", columns));
    }

    private static void CleanLogFiles()
    {
        if (BuildServerConfigurationGeneration.IsActive)
            return;

        var old = Directory.GetFiles(NukeBuild.TemporaryDirectory, "build.*.log");
        Array.Sort(old, StringComparer.Ordinal);
        foreach (var file in old.SkipLast(OldLogFilesKept))
            File.Delete(file);

        // Opened alone on purpose: while another run of this build writes its log, this one ends here with the system's sentence.
        var log = NukeBuild.TemporaryDirectory / "build.log";
        if (log.FileExists())
        {
            using var stream = File.OpenWrite(log);
            stream.SetLength(0);
        }
    }
}
