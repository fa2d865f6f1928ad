using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.PullRequests;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim.Components;

/// <summary>
/// The step of GitHub Actions that a run may be: what its runner is told by lines that it takes for commands, and what later steps are handed. Groups of
/// lines are Nuke's own, one a target.
/// </summary>
/// <param name="texts">What is handed on.</param>
/// <param name="options">What comments are rendered with.</param>
/// <param name="say">Says a line.</param>
/// <param name="isActions">Whether a runner reads the lines: else none is said that is for it alone.</param>
internal sealed class WorkflowStep(ReportTexts texts, CommentOptions options, Action<string> say, bool isActions)
{
    /// <summary>The step that this process runs in.</summary>
    /// <param name="root">The root folder.</param>
    /// <param name="console">Where lines go.</param>
    public static WorkflowStep OfThisProcess(string root, RunConsole console)
    {
        // A runner reads what it has redirected; a person who set the variable by hand must not be shown what is to be masked.
        var isActions = GitHubEnvironment.IsActions(Environment.GetEnvironmentVariable) && Console.IsOutputRedirected;
        return new WorkflowStep(new ReportTexts(root, StepFiles.OfThisProcess()), isActions ? Links() : new(), console.Say, isActions);
    }

    /// <summary>Has the runner mask the secrets of the builds.</summary>
    /// <param name="works">The images.</param>
    public void Mask(IEnumerable<ImageWork> works) => Say(isActions ? RunMasks.Of(works) : []);

    /// <summary>Has the runner take no line for a command until the end: what builds print comes from anybody.</summary>
    public IDisposable TakeNoCommands()
    {
        if (!isActions)
            return new Ending(() => { });
        var token = Guid.NewGuid().ToString("N");
        say(WorkflowCommand.Stop(token));
        return new Ending(() => say(WorkflowCommand.Resume(token)));
    }

    /// <summary>Writes the comment's file, the step's summary and its outputs, and remarks on lines.</summary>
    /// <param name="reports">The images' reports, one at least.</param>
    public void HandOn(IReadOnlyList<ImageReport> reports)
    {
        Say(texts.Write(reports, options));
        if (isActions)
            Say(texts.Remarks(reports));
    }

    private void Say(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            say(line);
    }

    private static CommentOptions Links()
    {
        try
        {
            var environment = GitHubEnvironment.Read(Environment.GetEnvironmentVariable);
            return new()
            {
                SourceAddress = environment.AddressOfFiles(environment.Commit),
                RunAddress = environment.AddressOfRun(environment.RunId),
            };
        }
        catch (InputException)
        {
            // Who posts a comment says what is wrong with the variables; here no more than links are missing.
            return new();
        }
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
