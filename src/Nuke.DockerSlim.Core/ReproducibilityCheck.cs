using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>
/// Builds the production stage twice, cold and from the same inputs, and holds both images against each other down to the bytes of their files. Both are images
/// of their own, which are gone again at the end.
/// </summary>
/// <param name="builder">Runs builds.</param>
/// <param name="watcher">Shows them.</param>
/// <param name="store">The engine's images.</param>
/// <param name="registry">Registries.</param>
/// <param name="layers">What layers are known to weigh.</param>
/// <param name="temporaryDirectory">The folder for layers that differ, absolute.</param>
/// <param name="clock">The time of day.</param>
public sealed class ReproducibilityCheck(
    IImageBuilder builder,
    IBuildWatcher watcher,
    IImageStore store,
    IImageRegistry registry,
    LayerCache layers,
    string temporaryDirectory,
    TimeProvider clock
)
{
    // Tars keep whole seconds, and zip files every second one: builds nearer to each other could agree by chance.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2.1);

    private readonly ImageBuilds _builds = new(builder, watcher, store);

    /// <summary>Builds twice, compares, and writes down what it came to.</summary>
    /// <param name="work">The image, its report started.</param>
    /// <param name="cancellationToken">Interrupts it; nothing is left behind.</param>
    /// <exception cref="BudgetExceededException">The images differ in a way that is an error; the message names each line.</exception>
    /// <exception cref="DockerSlimException">A build failed, or was not cold.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var stages = await (work.Stages ?? builder.ListStagesAsync(work.Target, cancellationToken)).ConfigureAwait(false);
        // Nothing is tested here, so a test stage may be missing.
        var untested = work.Target with
        {
            Definition = work.Target.Definition with { AllowUntested = true },
        };
        var step = BuildPlanner.Plan(untested, stages).Production[0] with { Scenario = BuildScenario.Cold };
        try
        {
            var (facts, dockerfile) = await CompareAsync(work, step, step, cancellationToken).ConfigureAwait(false);
            if (facts.Verdict == ReproducibilityVerdict.Differs && dockerfile is not null)
                facts = await new StageRepetition(
                    dockerfile,
                    step.Stage,
                    (first, second) => CompareStageAsync(work, first, second, cancellationToken)
                )
                    .AddAsync(facts)
                    .ConfigureAwait(false);
            RepetitionFindings.Write(work, facts);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{work.Target.Label}: the layers that differ cannot be kept in {temporaryDirectory} to be compared: {e.Message} Make room there."
            );
        }
    }

    private async Task<IReadOnlyList<RepeatedLayer>> CompareStageAsync(
        ImageWork work,
        BuildStep first,
        BuildStep second,
        CancellationToken cancellationToken
    ) => (await CompareAsync(work, first, second, cancellationToken).ConfigureAwait(false)).Facts.Layers;

    private async Task<(ReproducibilityFacts Facts, Dockerfile? Dockerfile)> CompareAsync(
        ImageWork work,
        BuildStep firstStep,
        BuildStep secondStep,
        CancellationToken cancellationToken
    )
    {
        using var folder = OwnedFolder.Make(temporaryDirectory, "repeated-");
        var (first, second) = (Build(work, firstStep, folder.Path, 1), Build(work, secondStep, folder.Path, 2));
        try
        {
            await BuildAsync(work, first, cancellationToken).ConfigureAwait(false);
            await Task.Delay(Apart, clock, cancellationToken).ConfigureAwait(false);
            await BuildAsync(work, second, cancellationToken).ConfigureAwait(false);
            var facts = await new ImageRepetition(new RepeatedImages(store, folder.Path), work.Target)
                .CompareAsync(first, second, cancellationToken)
                .ConfigureAwait(false);
            return (facts, second.Outcome!.Metadata.Dockerfile ?? InputFiles.FindDockerfile(work.Target));
        }
        finally
        {
            foreach (var build in new[] { first, second })
                if (build.Target.IsInEngine(build.Step))
                    await store.RemoveAsync(build.Step.Reference!, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static RepeatedBuild Build(ImageWork work, BuildStep step, string folder, int number)
    {
        var tag = $"dockerslim-repeated-{number}{work.Target.PlatformSuffix}";
        var layout = work.Target.LayoutDirectory is null ? null : Path.Combine(folder, $"layout-{number}");
        var reference = $"{work.Target.Definition.Repository}:{tag}";
        return new RepeatedBuild(
            work.Target with
            {
                LayoutDirectory = layout,
                // Only what this machine made counts.
                Definition = work.Target.Definition with
                {
                    CacheFrom = [],
                },
            },
            step with
            {
                Reference = reference,
            },
            layout is null ? ImageSource.InEngine(reference) : ImageSource.InFolder($"{layout}:{tag}")
        );
    }

    private async Task BuildAsync(ImageWork work, RepeatedBuild build, CancellationToken cancellationToken)
    {
        build.Outcome = await _builds.RunAsync(work, build.Target, build.Step, cancellationToken).ConfigureAwait(false);
        if (BuildFigures.From(build.Outcome).Void is { } reason)
            throw new EngineException(
                $"{work.Target.Label}: whether two cold builds come to the same image could not be told, because one build was {reason}. Run the target again when no other build of the image runs."
            );
        build.Image = await new ImageSources(store, registry, layers)
            .MeasureAsync(build.Source, work.Target.Definition.OnlyPlatform, cancellationToken)
            .ConfigureAwait(false);
    }
}
