using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>The pipeline's ports by hand: they answer what a test sets, and write down what they were asked.</summary>
internal sealed partial class FakePorts
    : IImageBuilder,
        IBuildWatcher,
        IImageStore,
        ITestStageRunner,
        IImagePublisher,
        IImageRegistry,
        ITrackedFiles,
        IRevisions
{
    /// <summary>What was asked, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>What a build comes to.</summary>
    public Func<BuildStep, BuildOutcome> Build { get; set; } = Good;

    /// <summary>What the tests' command comes to.</summary>
    public TestRun Run { get; set; } = new() { ExitCode = 0 };

    /// <summary>The tar of the production image.</summary>
    public Func<Stream> Saved { get; set; } = () => throw new InvalidOperationException("nothing to save");

    /// <summary>The id that a name stands for; each asks anew.</summary>
    public Func<string, string?> Id { get; set; } = _ => null;

    /// <summary>The platforms' images that the engine tells a name to stand for; each asks anew.</summary>
    public Func<IReadOnlyList<EngineManifest>> Manifests { get; set; } = () => [];

    /// <summary>The platforms that the builder can run.</summary>
    public IReadOnlyList<string> Runnable { get; set; } = [];

    /// <summary>What is under version control.</summary>
    public IReadOnlySet<string>? Tracked { get; set; }

    /// <summary>Called with the image before each build.</summary>
    public Action<BuildTarget, BuildStep> Building { get; set; } = (_, _) => { };

    /// <summary>What a build says.</summary>
    public Func<BuildStep, IReadOnlyList<ProgressEvent>> Logs { get; set; } = _ => [];

    /// <summary>What came of it to the listeners.</summary>
    public List<ProgressEvent> Told { get; } = [];

    /// <summary>Called before each answer.</summary>
    public Action<string> Asked { get; set; } = _ => { };

    public static BuildOutcome Good(BuildStep step) =>
        Samples.Outcome(step.Scenario, Samples.Step($"[{step.Stage} 2/2] RUN make", cached: step.Scenario is BuildScenario.Warm));

    public Task<IReadOnlyList<DockerfileStage>> ListStagesAsync(BuildTarget target, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<DockerfileStage>>("stages", () => [new("test", "node", 1, false), new("production", "node", 5, true)]);

    public Task<IReadOnlyList<string>> ListPlatformsAsync(BuildTarget target, CancellationToken cancellationToken) =>
        Answer("platforms", () => Runnable);

    public Task<IReadOnlyList<Finding>> CheckAsync(BuildTarget target, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<Finding>>(
            "check",
            () =>
                [
                    new()
                    {
                        Rule = "R",
                        Severity = FindingSeverity.Warning,
                        Message = "m",
                    },
                ]
        );

    public Task<BuildOutcome> BuildAsync(
        BuildTarget target,
        BuildStep step,
        IProgress<ProgressEvent> progress,
        CancellationToken cancellationToken
    )
    {
        Building(target, step);
        foreach (var said in Logs(step).SelectMany(x => target.LogFilter?.Take(x) ?? [x]).Concat(target.LogFilter?.Complete() ?? []))
            Told.Add(said);
        return Answer($"build {step.Scenario} {step.Stage}", () => Build(step));
    }

    public Task<IReadOnlySet<string>?> ListAsync(string directory, CancellationToken cancellationToken) => Task.FromResult(Tracked);

    /// <summary>The revision that a name stands for, in the folder of a working copy.</summary>
    public Func<string, string, Revision?> Revision { get; set; } = (_, _) => null;

    /// <summary>Takes a revision's files out into a folder.</summary>
    public Action<string> TakeOut { get; set; } = _ => { };

    public Task<Revision?> FindAsync(string directory, string name, CancellationToken cancellationToken) =>
        Answer($"revision {name}", () => Revision(directory, name));

    public Task TakeOutAsync(Revision revision, IReadOnlyList<string> paths, string directory, CancellationToken cancellationToken) =>
        Answer(
            $"take out {revision.Short} {string.Join(' ', paths)}",
            () =>
            {
                TakeOut(directory);
                return true;
            }
        );

    public IBuildWatch Watch(BuildTarget target, BuildStep step) => new FakeWatch(Calls, step);

    public Task<EngineFacts> DescribeAsync(CancellationToken cancellationToken) =>
        Answer("describe", () => new EngineFacts("28", "overlay2", "here"));

    public Task<Stream> SaveAsync(string reference, CancellationToken cancellationToken) => Answer($"save {reference}", Saved);

    public Task<string?> FindAsync(string reference, CancellationToken cancellationToken) => Task.FromResult(Id(reference));

    public Task<IReadOnlyList<EngineManifest>> ListManifestsAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult(Manifests());

    public Task RemoveAsync(string reference, CancellationToken cancellationToken) =>
        Answer($"remove {reference}{(cancellationToken.IsCancellationRequested ? " cancelled" : "")}", () => true);

    /// <summary>What a test command writes.</summary>
    public List<string> Lines { get; set; } = [];

    public Task<TestRun> RunAsync(TestRequest request, IProgress<string> output, CancellationToken cancellationToken)
    {
        Lines.ForEach(output.Report);
        return Answer($"run {request.Image} {request.Command} {request.ResultsPath}".TrimEnd(), () => Run);
    }

    private Task<T> Answer<T>(string call, Func<T> answer)
    {
        Calls.Add(call);
        try
        {
            Asked(call);
            return Task.FromResult(answer());
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    private sealed class FakeWatch(List<string> calls, BuildStep step) : IBuildWatch
    {
        public void Report(ProgressEvent value) { }

        public void Finish(BuildOutcome outcome) => calls.Add($"shown {step.Scenario}");

        public void Dispose() => calls.Add($"watched {step.Scenario}");
    }
}
