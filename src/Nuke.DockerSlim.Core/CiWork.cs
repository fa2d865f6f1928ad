using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Times what a fresh machine of a pipeline does: the production stage in a builder that holds nothing, from the caches that the image reads. Its image goes to a
/// layout that is taken away; the measured one stays.
/// </summary>
/// <param name="builder">Runs builds.</param>
/// <param name="watcher">Shows them.</param>
/// <param name="store">The engine's images.</param>
/// <param name="fresh">Builders that hold nothing.</param>
/// <param name="temporaryDirectory">Where the image goes, absolute.</param>
/// <param name="clock">The time of day.</param>
public sealed class CiWork(
    IImageBuilder builder,
    IBuildWatcher watcher,
    IImageStore store,
    IFreshBuilders fresh,
    string temporaryDirectory,
    TimeProvider clock
)
{
    private readonly ImageBuilds _builds = new(builder, watcher, store);

    /// <summary>Times it, for each of the image's platforms, where the definition asks for it.</summary>
    /// <param name="work">The image, planned and built, its cache written.</param>
    /// <param name="cancellationToken">Interrupts it; nothing is left behind.</param>
    /// <exception cref="DockerSlimException">The build failed, or there is no such builder.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        foreach (var each in work.Each)
            if (each.Plan?.Ci is { } step)
                await TimeAsync(each, step, cancellationToken).ConfigureAwait(false);
        PlatformSummary.Write(work);
    }

    private async Task TimeAsync(ImageWork work, BuildStep step, CancellationToken cancellationToken)
    {
        var definition = work.Target.Definition;
        if (definition.CacheFrom.Count == 0)
            return;
        // One that the user names is not fresh any more after its first build, and what it holds is not ours to remove.
        var rounds = definition.FreshBuilder is null ? definition.BuildRounds : 1;
        TimedBuild? figure = null;
        for (var round = 0; round < rounds; round++)
        {
            figure = BuildRounds.Add(figure, await BuildAsync(work, step, cancellationToken).ConfigureAwait(false));
            work.Update(work.Report with { CreatedAt = clock.GetUtcNow(), Builds = work.Report.Builds.With(BuildScenario.Ci, figure) });
        }
    }

    private async Task<TimedBuild> BuildAsync(ImageWork work, BuildStep step, CancellationToken cancellationToken)
    {
        using var folder = OwnedFolder.Make(temporaryDirectory, "ci-");
        await using var taken = await fresh.TakeAsync(work.Target.Definition.FreshBuilder, cancellationToken).ConfigureAwait(false);
        var target = work.Target with
        {
            LayoutDirectory = Path.Combine(folder.Path, "layout"),
            Definition = work.Target.Definition with { BuildxBuilder = taken.Name },
        };
        var outcome = await _builds.RunAsync(work, target, step, cancellationToken).ConfigureAwait(false);
        var figure = BuildFigures.From(outcome) with { Timeline = work.Timeline(outcome) };
        return taken.Records == 0
            ? figure
            : figure with
            {
                Void = $"not ci: the builder '{taken.Name}' held {taken.Records} results before, where a fresh machine holds none",
            };
    }
}
