using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Previewing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Components;

/// <summary>The console of a run: builds while they run, lines of test commands, the reports at the end.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="display">Where running builds are shown.</param>
/// <param name="style">What can be shown there now; asked for each text, for a terminal may be resized meanwhile.</param>
/// <param name="namesImages">Whether each build is said with its image's name, because there are several.</param>
internal sealed class RunConsole(TextWriter writer, LiveDisplay display, Func<ConsoleStyle> style, bool namesImages)
    : IBuildWatcher,
        IProgress<string>
{
    private ConsoleStyle Style => style();

    /// <summary>The console of this process: a live view only on a person's terminal, and no colours where NO_COLOR asks for none.</summary>
    public static RunConsole ForThisProcess(bool isServer, bool namesImages)
    {
        var facts = new TerminalFacts(Environment.GetEnvironmentVariable, Console.IsOutputRedirected);
        var writer = Console.Out;
        Func<ConsoleStyle> style = () => facts.Style(writer, facts.IsTerminal ? Console.WindowWidth : 0);
        if (!facts.IsInteractive(isServer) || Console.WindowWidth <= 0)
            return new RunConsole(
                writer,
                new LiveDisplay(writer, new LiveStyle { Console = style() }, TimeProvider.System),
                style,
                namesImages
            );
        var terminal = RunTerminal.OfThisProcess(
            new LiveStyle
            {
                Console = style(),
                Interactive = true,
                Reflows = facts.Reflows,
                Size = () => (Console.WindowWidth, Console.WindowHeight),
            }
        );
        return new RunConsole(terminal.Writer, terminal.Display, style, namesImages);
    }

    public IBuildWatch Watch(BuildTarget target, BuildStep step) =>
        new Live(display.Start(step.Scenario, namesImages ? target.Label : target.Which));

    /// <summary>Shows a line of a test command. It came out of a build: it must not command the terminal or the pipeline's log.</summary>
    public void Report(string value) => writer.WriteLine("  " + UntrustedText.OneLine(value));

    /// <summary>Says a line of our own.</summary>
    public void Say(string line) => writer.WriteLine(line);

    /// <summary>Shows which Dockerfiles were found.</summary>
    public void ShowFound(IReadOnlyList<FoundDockerfile> found, IReadOnlyList<string> leftOut)
    {
        InitText.WriteFound(writer, found, leftOut, Style);
        writer.Flush();
    }

    /// <summary>Shows what was written to begin with.</summary>
    public void ShowInit(InitResult result)
    {
        InitText.Write(writer, result, Style);
        writer.Flush();
    }

    /// <summary>Shows what a run would do.</summary>
    public void ShowPreview(IReadOnlyList<ImagePreview> images)
    {
        PreviewText.Write(writer, images, Style);
        writer.Flush();
    }

    /// <summary>Shows the reports.</summary>
    public void Show(IReadOnlyList<ImageReport> reports)
    {
        writer.WriteLine();
        ConsoleReport.Write(writer, reports, Style);
        writer.Flush();
    }

    /// <summary>Shows what advice came to that was tried.</summary>
    public void ShowAdvice(IReadOnlyList<ImageReport> reports)
    {
        ConsoleReport.WriteAdvice(writer, reports, Style);
        writer.Flush();
    }

    /// <summary>Shows what two cold builds of each image came to.</summary>
    public void ShowReproducibility(IEnumerable<ImageWork> works)
    {
        ConsoleReport.WriteReproducibility(
            writer,
            [.. works.Select(x => KeyValuePair.Create(x.Target.Label, x.Report.Reproducibility))],
            Style
        );
        writer.Flush();
    }

    /// <summary>Shows the histories of an image's tags.</summary>
    public void ShowHistory(ImageHistory history)
    {
        ConsoleReport.WriteHistory(writer, history, Style);
        writer.Flush();
    }

    /// <summary>Shows what the checks found.</summary>
    public void ShowFindings(IEnumerable<ImageWork> works)
    {
        ConsoleReport.WriteFindings(writer, [.. works.Select(x => KeyValuePair.Create(x.Target.Definition.Name, x.LintFindings))], Style);
        writer.Flush();
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    private sealed class Live(LiveProgress progress) : IBuildWatch
    {
        public void Report(ProgressEvent value) => progress.Report(value);

        public void Finish(BuildOutcome outcome)
        {
            if (outcome.Failure is null)
                progress.Complete(BuildFigures.From(outcome));
        }

        public void Dispose() => progress.Dispose();
    }
}
