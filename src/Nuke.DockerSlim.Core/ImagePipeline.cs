using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// The flow of one image, a method a target: build, test, measure, judge, push. Each takes the report as the one before left it and adds to it.
/// </summary>
/// <param name="builder">Runs builds.</param>
/// <param name="watcher">Shows them.</param>
/// <param name="store">The engine's images.</param>
/// <param name="tests">Runs test commands.</param>
/// <param name="publisher">Pushes.</param>
/// <param name="registry">Registries to measure in.</param>
/// <param name="layers">What layers are known to weigh.</param>
/// <param name="place">Where build contexts are copied to be edited.</param>
/// <param name="revisions">Version control.</param>
/// <param name="clock">The time of day.</param>
public sealed class ImagePipeline(
    IImageBuilder builder,
    IBuildWatcher watcher,
    IImageStore store,
    ITestStageRunner tests,
    IImagePublisher publisher,
    IImageRegistry registry,
    LayerCache layers,
    EditingPlace place,
    IRevisions revisions,
    TimeProvider clock
)
{
    private readonly ImageBuilds _builds = new(builder, watcher, store);
    private readonly ImagePushes _pushes = new(publisher);
    private readonly ProductionBuilds _production = new(new ImageBuilds(builder, watcher, store), store, place, clock);

    /// <summary>
    /// Asks the builder what later targets will want to know, all at once and without waiting: each question costs a process, and none of them
    /// times anything. What goes wrong is told to the target that takes the answer.
    /// </summary>
    /// <param name="work">The image.</param>
    /// <param name="stages">Whether its stages will be wanted.</param>
    /// <param name="checks">Whether its checks will be wanted.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public void Ask(ImageWork work, bool stages, bool checks, CancellationToken cancellationToken)
    {
        if (stages)
            work.Stages = builder.ListStagesAsync(work.Target, cancellationToken);
        if (checks)
            work.Checks = builder.CheckAsync(work.Target, cancellationToken);
    }

    /// <summary>Finds the stages and plans the builds.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">A stage is missing, or the Dockerfile cannot be read.</exception>
    public async Task PlanAsync(ImageWork work, CancellationToken cancellationToken) =>
        work.Plan ??= BuildPlanner.Plan(
            work.Target,
            await (work.Stages ?? builder.ListStagesAsync(work.Target, cancellationToken)).ConfigureAwait(false)
        );

    /// <summary>
    /// Checks the Dockerfile by the builder's checks and our own rules. What they find goes into the report that this
    /// run's build or tests start; a report that lies there is left as it is.
    /// </summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BudgetExceededException">A finding is an error; the message names each.</exception>
    /// <exception cref="DockerSlimException">The Dockerfile cannot be read.</exception>
    public async Task LintAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var found = await _builds.CheckAsync(work, cancellationToken).ConfigureAwait(false);
        work.LintFindings = DockerfileLint.Run(work.Target, found);
        work.SwitchedOff = new(() => DockerfileLint.SwitchedOff(work.Target));
        DockerfileLint.RequireNoError(work);
    }

    /// <summary>
    /// Builds the production stage, cold and warm as the definition says, and the revision that it is held against in turn with it. Starts a new report.
    /// </summary>
    /// <param name="work">The image, planned.</param>
    /// <param name="tool">What the figures are taken with.</param>
    /// <param name="cancellationToken">Interrupts the build.</param>
    /// <exception cref="DockerSlimException">A build failed.</exception>
    public async Task BuildAsync(ImageWork work, ToolFacts tool, CancellationToken cancellationToken)
    {
        work.Start();
        work.Folder.RemoveMetadata();
        work.Layout.Remove();
        work.Update(work.Report with { CreatedAt = clock.GetUtcNow(), Tool = tool });
        await new RevisionBuilds(this, _production, revisions, place.TemporaryDirectory)
            .RunAsync(work, tool, cancellationToken)
            .ConfigureAwait(false);
        work.Layout.Trim(work.Target.ProductionTag);
        work.RequireNoSecret(x => SecretWork.IsLog(x, isTest: false));
    }

    /// <summary>Builds the test stage, runs its command if it has one, and reads its results.</summary>
    /// <param name="work">The image, planned.</param>
    /// <param name="output">Told each line of a test command.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="DockerSlimException">The tests failed, or could not be run.</exception>
    public async Task TestAsync(ImageWork work, IProgress<string> output, CancellationToken cancellationToken)
    {
        if (work.Plan!.Test is not { } step)
            return;
        try
        {
            var outcome = await _builds.RunAsync(work, step, cancellationToken).ConfigureAwait(false);
            await work.Folder.WriteTestMetadataAsync(work.Masked(outcome.MetadataText), cancellationToken).ConfigureAwait(false);
            var facts = await TestConclusion.OfAsync(work, step, outcome, tests, output, cancellationToken).ConfigureAwait(false);
            work.Update(
                work.Report with
                {
                    CreatedAt = clock.GetUtcNow(),
                    Builds = work.Report.Builds with
                    {
                        Test = BuildRounds.Add(null, BuildFigures.From(outcome) with { ParallelImages = work.ParallelImages }),
                    },
                    Tests = facts,
                }
            );
            if (facts.Status == TestStatus.Failed)
                throw new TestsFailedException(
                    $"{work.Target.Label}: {work.Report.Tests.Message ?? TestConclusion.Count(work.Report.Tests)}"
                );
            work.RequireNoSecret(x => SecretWork.IsLog(x, isTest: true));
        }
        finally
        {
            if (step.Reference is { } reference)
                await store.RemoveAsync(reference, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Weighs the production image, or the one that the definition names in its place.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">There is no such image, it is damaged, or the engine or registry is gone.</exception>
    public async Task MeasureAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var definition = work.Target.Definition;
        var search = work.Secrets?.Anew();
        var image = await new ImageSources(store, registry, layers.Searching(search))
            .MeasureAsync(work.Source, definition.OnlyPlatform, cancellationToken)
            .ConfigureAwait(false);
        // An image from elsewhere was made of another Dockerfile, whatever was built here before.
        var origins = definition.MeasuredImage is null ? work.LayerOrigins(image) : [];
        var sizes = ImageFigures.Sizes(image, origins);
        var facts = ImageFigures.Layers(image, origins);
        var (report, packages, map) = ImageInspection.Add(
            work.Report with
            {
                CreatedAt = clock.GetUtcNow(),
                Image = work.Report.Image with
                {
                    Platform = image.Platform.Value,
                    Digest = image.ManifestDigest,
                    ConfigDigest = image.ConfigDigest,
                    Source = work.SourceName,
                },
                Sizes = sizes,
                Pull = PullFacts.Of(sizes, definition.PullBandwidth),
                Layers = facts,
                Lines = LineCosts.WithLayers(work.Report.Lines, facts),
                Findings = LayerGaps.Apply(work.Report.Findings, image),
                Comparison = null,
            },
            image,
            layers,
            cancellationToken
        );
        work.Update(work.WithSecrets(report, image, search));
        work.MeasuredHere = true;
        SbomWork.Write(work, packages);
        StatementWork.KeepSbom(work, packages);
        PageWork.KeepMap(work, map);
        ContextMeasure.Run(work, cancellationToken);
        AdviceWork.Add(work);
        work.RequireNoSecret(SecretWork.IsImage);
        await new ImageComparison(new ImageSources(store, registry, layers), layers)
            .AddAsync(work, image, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Finds what the image is held against when it is judged.</summary>
    /// <param name="work">The image, measured.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DockerSlimException">A baseline that is named cannot be read, or is of another image; or the registry is gone.</exception>
    public Task FindBaselineAsync(ImageWork work, CancellationToken cancellationToken) =>
        BaselineWork.FindAsync(work, registry, cancellationToken);

    /// <summary>Holds the figures against the limits, and what is in the image against what is forbidden.</summary>
    /// <param name="work">The image.</param>
    /// <exception cref="BudgetExceededException">Something does not hold; the message names each.</exception>
    public static void Judge(ImageWork work) => ImageVerdicts.Write(work);

    /// <summary>Pushes the image under its tags, if nothing stands against it, and proves that the registry holds what was measured.</summary>
    /// <param name="work">The image.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <returns>Whether it was pushed; when not, the report says what withheld it.</returns>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report name the tags that were moved.</exception>
    public Task<bool> PushAsync(ImageWork work, CancellationToken cancellationToken) => PushAsync(work, Judge, cancellationToken);

    /// <summary>See <see cref="PushAsync(ImageWork, CancellationToken)" />; of any number of platforms.</summary>
    /// <param name="work">The image.</param>
    /// <param name="judge">Judges it once the registry has given the exact figures.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <exception cref="EngineException">The registry failed, or holds something else; message and report name the tags that were moved.</exception>
    internal async Task<bool> PushAsync(ImageWork work, Action<ImageWork> judge, CancellationToken cancellationToken)
    {
        if (PushGate.Objection(work.Report, work.Target.Definition) is { } objection)
        {
            work.Update(work.Report with { Push = new PushFacts { Withheld = objection } });
            return false;
        }
        await _pushes.RunAsync(work, cancellationToken).ConfigureAwait(false);
        judge(work);
        return true;
    }

    /// <summary>Takes back what an interrupted run made in the engine.</summary>
    /// <param name="work">The image.</param>
    public async Task UndoAsync(ImageWork work)
    {
        if (!work.BuiltHere)
            return;
        if (work.Target.LayoutDirectory is not null)
            work.Layout.Remove();
        else
            await store.RemoveAsync(work.Target.ProductionReference, CancellationToken.None).ConfigureAwait(false);
    }
}
