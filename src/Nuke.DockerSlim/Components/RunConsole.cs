using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Components;

/// <summary>The console of a run: builds while they run, lines of test commands, the reports at the end.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="style">What can be shown there.</param>
internal sealed class RunConsole(TextWriter writer, ConsoleStyle style) : IBuildWatcher, IProgress<string>
{
    /// <summary>The console of this process: colours and a live view only on a terminal, and no colours where NO_COLOR asks for none.</summary>
    public static RunConsole ForThisProcess()
    {
        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var isColourful = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new RunConsole(
            Console.Out,
            ConsoleStyle.For(Console.Out, isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : null, isColourful)
        );
    }

    public IBuildWatch Watch(BuildTarget target, BuildStep step) => new Quiet();

    public void Report(string value) => writer.WriteLine(value);

    /// <summary>Shows the reports.</summary>
    public void Show(IReadOnlyList<ImageReport> reports)
    {
        writer.WriteLine();
        ConsoleReport.Write(writer, reports, style);
        writer.Flush();
    }

    private sealed class Quiet : IBuildWatch
    {
        public void Report(ProgressEvent value) { }

        public void Finish(BuildOutcome outcome) { }

        public void Dispose() { }
    }
}
