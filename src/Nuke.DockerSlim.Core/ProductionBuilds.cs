using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim;

/// <summary>Runs the production builds of an image's plan, and those of another revision of it in turn with them.</summary>
/// <param name="builds">Runs one build.</param>
/// <param name="store">The engine's images.</param>
/// <param name="place">Where build contexts are copied to be edited.</param>
/// <param name="clock">The time of day.</param>
internal sealed class ProductionBuilds(ImageBuilds builds, IImageStore store, EditingPlace place, TimeProvider clock)
{
    private const int UsualMost = 3;

    /// <summary>Runs them in the plan's order, and those again that are too near to a limit to be judged.</summary>
    /// <param name="work">The image, planned, its report started.</param>
    /// <param name="other">
    /// The image at another revision, planned, its report started; null for none. It is given up when it cannot be built, and that fails nothing.
    /// </param>
    /// <param name="cancellationToken">Interrupts the running one.</param>
    /// <exception cref="DockerSlimException">A build of the image failed.</exception>
    public async Task RunAsync(ImageWork work, RevisionImage? other, CancellationToken cancellationToken)
    {
        using var run = Begin(work);
        using var beside = other?.Work is { } otherWork ? Begin(otherWork) : null;
        var (definition, steps) = (work.Target.Definition, work.Plan!.Production);
        var before = other?.Work?.Plan!.Production;
        for (var i = 0; i < steps.Count; i++)
            await BothAsync(i).ConfigureAwait(false);
        var budget = definition.BudgetFor(definition.OnlyPlatform?.Value);
        for (var round = definition.BuildRounds; round < (definition.MaxBuildRounds ?? UsualMost); round++)
        {
            var wanted = MoreRounds.Of(budget, work.Report.Builds, (other?.Work?.Report ?? work.Baseline?.Report)?.Builds);
            foreach (
                var i in Enumerable.Range(0, steps.Count).DistinctBy(x => steps[x].Scenario).Where(x => wanted.Contains(steps[x].Scenario))
            )
                await BothAsync(i).ConfigureAwait(false);
        }
        if (work.Plan.CacheExport is { } export)
            await CacheWork.ExportAsync(work, export, builds, clock, cancellationToken).ConfigureAwait(false);
        OutputsInContext.Check(work, run.Metadata, place.TemporaryDirectory);

        // What one of them leaves to the other (a warm disk, a tired machine) is shared out: each goes first in every other round. The file that is
        // edited was chosen by the image by then.
        async Task BothAsync(int index)
        {
            var isOtherFirst = run.Figures.GetValueOrDefault(steps[index].Scenario)?.Rounds.Count % 2 == 1;
            if (isOtherFirst)
                await OtherAsync(index).ConfigureAwait(false);
            await run.RunAsync(steps[index], preferredEdit: null, cancellationToken).ConfigureAwait(false);
            if (!isOtherFirst)
                await OtherAsync(index).ConfigureAwait(false);
        }

        async Task OtherAsync(int index)
        {
            if (other?.Work is null)
                return;
            try
            {
                var edited = run.Figures.GetValueOrDefault(steps[index].Scenario)?.EditedFile;
                await beside!.RunAsync(before![index], edited, cancellationToken).ConfigureAwait(false);
            }
            catch (DockerSlimException e)
            {
                other.GiveUp(e);
            }
        }
    }

    private ProductionRun Begin(ImageWork work) => new(work, builds, new EditedProduction(work, builds, store, place), clock);
}
