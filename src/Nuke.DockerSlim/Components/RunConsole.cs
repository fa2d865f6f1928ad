using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Previewing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Starting;

namespace Nuke.DockerSlim.Components;

/// <summary>The console of a run: builds while they run, lines of test commands, the reports at the end.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="style">What can be shown there.</param>
/// <param name="namesImages">Whether each build is said with its image's name, because there are several.</param>
internal sealed class RunConsole(TextWriter writer, LiveStyle style, bool namesImages) : IBuildWatcher, IProgress<string>
{
    /// <summary>The console of this process: a live view only on a person's terminal, and no colours where NO_COLOR asks for none.</summary>
    public static RunConsole ForThisProcess(bool isServer, bool namesImages)
    {
        var isTerminal = !Console.IsOutputRedirected && Variable("TERM") != "dumb" && Console.WindowWidth > 0;
        var isColourful = isTerminal && Variable("NO_COLOR") is null or "";
        var console = ConsoleStyle.For(Console.Out, isTerminal ? Console.WindowWidth : null, isTerminal && isColourful);
        return new RunConsole(
            Console.Out,
            new LiveStyle
            {
                Console = console,
                Interactive = isTerminal && !isServer,
                Size = isTerminal ? () => (Console.WindowWidth, Console.WindowHeight) : null,
            },
            namesImages
        );
    }

    public IBuildWatch Watch(BuildTarget target, BuildStep step) =>
        new Live(LiveProgress.Start(writer, style, step.Scenario, namesImages ? target.Label : target.Which, TimeProvider.System));

    /// <summary>Shows a line of a test command. It came out of a build: it must not command the terminal or the pipeline's log.</summary>
    public void Report(string value) => writer.WriteLine("  " + UntrustedText.OneLine(value));

    /// <summary>Says a line of our own.</summary>
    public void Say(string line) => writer.WriteLine(line);

    /// <summary>Shows which Dockerfiles were found.</summary>
    public void ShowFound(IReadOnlyList<FoundDockerfile> found, IReadOnlyList<string> leftOut)
    {
        InitText.WriteFound(writer, found, leftOut, style.Console);
        writer.Flush();
    }

    /// <summary>Shows what was written to begin with.</summary>
    public void ShowInit(InitResult result)
    {
        InitText.Write(writer, result, style.Console);
        writer.Flush();
    }

    /// <summary>Shows what a run would do.</summary>
    public void ShowPreview(IReadOnlyList<ImagePreview> images)
    {
        PreviewText.Write(writer, images, style.Console);
        writer.Flush();
    }

    /// <summary>Shows the reports.</summary>
    public void Show(IReadOnlyList<ImageReport> reports)
    {
        writer.WriteLine();
        ConsoleReport.Write(writer, reports, style.Console);
        writer.Flush();
    }

    /// <summary>Shows what advice came to that was tried.</summary>
    public void ShowAdvice(IReadOnlyList<ImageReport> reports)
    {
        ConsoleReport.WriteAdvice(writer, reports, style.Console);
        writer.Flush();
    }

    /// <summary>Shows what two cold builds of each image came to.</summary>
    public void ShowReproducibility(IEnumerable<ImageWork> works)
    {
        ConsoleReport.WriteReproducibility(
            writer,
            [.. works.Select(x => KeyValuePair.Create(x.Target.Label, x.Report.Reproducibility))],
            style.Console
        );
        writer.Flush();
    }

    /// <summary>Shows the histories of an image's tags.</summary>
    public void ShowHistory(ImageHistory history)
    {
        ConsoleReport.WriteHistory(writer, history, style.Console);
        writer.Flush();
    }

    /// <summary>Shows what the checks found.</summary>
    public void ShowFindings(IEnumerable<ImageWork> works)
    {
        ConsoleReport.WriteFindings(
            writer,
            [.. works.Select(x => KeyValuePair.Create(x.Target.Definition.Name, x.LintFindings))],
            style.Console
        );
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
