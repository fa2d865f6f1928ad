using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Runs one build of an image to a good end, or explains why there is none.</summary>
/// <param name="builder">Runs builds.</param>
/// <param name="watcher">Shows them.</param>
/// <param name="store">The engine's images.</param>
internal sealed class ImageBuilds(IImageBuilder builder, IBuildWatcher watcher, IImageStore store)
{
    /// <summary>Runs a build.</summary>
    /// <param name="work">The image; a failure in its test stage goes into its report.</param>
    /// <param name="step">The build.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="TestsFailedException">A step of the test stage failed.</exception>
    /// <exception cref="BuildFailedException">Anything else failed.</exception>
    public Task<BuildOutcome> RunAsync(ImageWork work, BuildStep step, CancellationToken cancellationToken) =>
        RunAsync(work, work.Target, step, cancellationToken);

    /// <summary>Runs a build on another build context than the image's own.</summary>
    /// <param name="work">The image; a failure in its test stage goes into its report.</param>
    /// <param name="target">The image with the other context.</param>
    /// <param name="step">The build.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="TestsFailedException">A step of the test stage failed.</exception>
    /// <exception cref="BuildFailedException">Anything else failed.</exception>
    public async Task<BuildOutcome> RunAsync(ImageWork work, BuildTarget target, BuildStep step, CancellationToken cancellationToken)
    {
        BuildOutcome outcome;
        var before = target.IsInEngine(step) ? await store.FindAsync(step.Reference!, cancellationToken).ConfigureAwait(false) : null;
        using (var watch = watcher.Watch(target, step))
        {
            var filter = work.Secrets?.Watch();
            outcome = await builder.BuildAsync(target with { LogFilter = filter }, step, watch, cancellationToken).ConfigureAwait(false);
            watch.Finish(outcome);
            work.TakeLog(step.Scenario, outcome, filter);
        }
        // The image that had the name until now would stay behind without any.
        if (before is not null && before != await store.FindAsync(step.Reference!, cancellationToken).ConfigureAwait(false))
            await store.RemoveAsync(before, cancellationToken).ConfigureAwait(false);
        if (outcome.Failure is not { } failure)
            return outcome;
        failure = await ExplainAsync(work, failure, cancellationToken).ConfigureAwait(false);
        var text = FailureText.For(work.Target, failure);
        var isTest = failure.Kind == BuildFailureKind.Step && DockerfileStage.IsSame(failure.Stage, work.Target.Definition.TestStage);
        if (!isTest)
            throw new BuildFailedException(text, failure);
        work.Update(
            work.Report with
            {
                Tests = new TestFacts { Status = TestStatus.Failed, Message = text },
            }
        );
        throw new TestsFailedException(text);
    }

    /// <summary>What the builder's checks find.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="DockerSlimException">The Dockerfile cannot be read or built.</exception>
    public async Task<IReadOnlyList<Finding>> CheckAsync(ImageWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await (work.Checks ?? builder.CheckAsync(work.Target, cancellationToken)).ConfigureAwait(false);
        }
        catch (BuildFailedException e) when (MistypedStage.NameIn(e.Failure) is not null)
        {
            var failure = await ExplainAsync(work, e.Failure, cancellationToken).ConfigureAwait(false);
            throw new BuildFailedException(FailureText.For(work.Target, failure), failure);
        }
    }

    private async Task<BuildFailure> ExplainAsync(ImageWork work, BuildFailure failure, CancellationToken cancellationToken)
    {
        if (MistypedStage.NameIn(failure) is null)
            return AbsentSource.Explain(work.Target, failure);
        try
        {
            var stages = await (work.Stages ?? builder.ListStagesAsync(work.Target, cancellationToken)).ConfigureAwait(false);
            return MistypedStage.Explain(failure, stages);
        }
        catch (DockerSlimException)
        {
            // Without the list of stages the builder's own words have to do.
            return failure;
        }
    }
}
