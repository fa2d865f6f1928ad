using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>
/// Builds an image, and beside it what it is held against where that is a revision: in one run, on one machine, build by build in turn, so that their times
/// compare. The other's image and files are gone afterwards; its report stays.
/// </summary>
/// <param name="pipeline">The flow of an image.</param>
/// <param name="production">Runs the builds.</param>
/// <param name="revisions">Version control.</param>
/// <param name="temporaryDirectory">The folder for the files of revisions, absolute.</param>
internal sealed class RevisionBuilds(ImagePipeline pipeline, ProductionBuilds production, IRevisions revisions, string temporaryDirectory)
{
    /// <summary>Builds them.</summary>
    /// <param name="work">The image, planned, its report started.</param>
    /// <param name="tool">What the figures are taken with.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="DockerSlimException">The image cannot be built, or there is no such revision.</exception>
    public async Task RunAsync(ImageWork work, ToolFacts tool, CancellationToken cancellationToken)
    {
        work.Folder.RemoveBaseline();
        if (work.Target.Definition.BaselineRef is not { } name)
        {
            await FindEarlyAsync(work, cancellationToken).ConfigureAwait(false);
            await production.RunAsync(work, other: null, cancellationToken).ConfigureAwait(false);
            return;
        }
        using var other = await RevisionImage
            .TakeOutAsync(work, name, revisions, temporaryDirectory, cancellationToken)
            .ConfigureAwait(false);
        var built = other.Work;
        try
        {
            await TryAsync(other, x => PlanAsync(x, tool, cancellationToken)).ConfigureAwait(false);
            await production.RunAsync(work, other, cancellationToken).ConfigureAwait(false);
            await TryAsync(other, x => MeasureAsync(x, cancellationToken)).ConfigureAwait(false);
            other.Keep(work.Folder);
            work.Update(work.Report with { Baseline = other.Facts });
        }
        finally
        {
            if (built is not null)
                await pipeline.UndoAsync(built).ConfigureAwait(false);
        }
    }

    // Times that are to be held against others decide how many rounds there are. What is wrong with the baseline is told where the image is judged.
    private async Task FindEarlyAsync(ImageWork work, CancellationToken cancellationToken)
    {
        if (work.Target.Definition.Budget is { TimeGrowth: null, ColdGrowth: null, WarmGrowth: null, EditedGrowth: null })
            return;
        try
        {
            await pipeline.FindBaselineAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerSlimException)
        {
            work.Baseline = null;
        }
    }

    private async Task PlanAsync(ImageWork other, ToolFacts tool, CancellationToken cancellationToken)
    {
        await pipeline.PlanAsync(other, cancellationToken).ConfigureAwait(false);
        other.Start();
        other.Update(other.Report with { Tool = tool });
    }

    private async Task MeasureAsync(ImageWork other, CancellationToken cancellationToken)
    {
        other.Layout.Trim(other.Target.ProductionTag);
        try
        {
            await pipeline.MeasureAsync(other, cancellationToken).ConfigureAwait(false);
        }
        catch (BudgetExceededException) when (other.Report.Sizes is not null)
        {
            // What is wrong with it is not this change's.
        }
    }

    private static async Task TryAsync(RevisionImage other, Func<ImageWork, Task> act)
    {
        if (other.Work is not { } work)
            return;
        try
        {
            await act(work).ConfigureAwait(false);
        }
        catch (DockerSlimException e)
        {
            other.GiveUp(e);
        }
    }
}
