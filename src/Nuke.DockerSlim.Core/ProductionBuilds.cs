using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Runs the production builds of an image's plan, and writes down what each took as soon as it has ended.</summary>
/// <param name="builds">Runs one build.</param>
/// <param name="store">The engine's images.</param>
/// <param name="place">Where build contexts are copied to be edited.</param>
/// <param name="clock">The time of day.</param>
internal sealed class ProductionBuilds(ImageBuilds builds, IImageStore store, EditingPlace place, TimeProvider clock)
{
    /// <summary>Runs them in the plan's order.</summary>
    /// <param name="work">The image, planned, its report started.</param>
    /// <param name="cancellationToken">Interrupts the running one.</param>
    /// <exception cref="Errors.DockerSlimException">A build failed.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<BuildScenario, TimedBuild>();
        string? metadata = null;
        using var edits = new EditedProduction(work, builds, store, place);
        foreach (var step in work.Plan!.Production)
        {
            string? file = null;
            BuildOutcome outcome;
            if (!step.IsEdited)
                outcome = await RunAsync(work, step, cancellationToken).ConfigureAwait(false);
            else if (await edits.RunAsync(step, metadata, cancellationToken).ConfigureAwait(false) is { } edited)
                (outcome, file) = edited;
            else
            {
                SayNothingToEdit(work, step.Scenario);
                continue;
            }
            if (!step.IsEdited)
                metadata = outcome.MetadataText ?? metadata;
            var round = BuildFigures.From(outcome) with { EditedFile = file };
            var figure = figures[step.Scenario] = BuildRounds.Add(figures.GetValueOrDefault(step.Scenario), round);
            // The lines' times are those of the round that counts.
            var counts = (figure.Milliseconds, figure.Void) == (round.Milliseconds, round.Void);
            work.Update(
                (counts ? work.WithLines(outcome, file) : work.Report) with
                {
                    CreatedAt = clock.GetUtcNow(),
                    Image = work.Report.Image with
                    {
                        LocalReference = work.Target.LayoutDirectory is null ? work.Target.ProductionReference : null,
                        Source = work.Target.ProductionImage.ToString(),
                    },
                    Builds = work.Report.Builds.With(step.Scenario, figure),
                }
            );
        }
        OutputsInContext.Check(work, metadata, place.TemporaryDirectory);
    }

    private async Task<BuildOutcome> RunAsync(ImageWork work, BuildStep step, CancellationToken cancellationToken)
    {
        var outcome = await builds.RunAsync(work, step, cancellationToken).ConfigureAwait(false);
        // Warm means: the same build again. Where there was none before in this run, and the cache held not all, that one was the first.
        if (step.Scenario == BuildScenario.Warm && !work.BuiltHere && BuildFigures.From(outcome).Void is not null)
            outcome = await builds.RunAsync(work, step, cancellationToken).ConfigureAwait(false);
        work.BuiltHere = true;
        if (outcome.MetadataText is { } text && outcome.Metadata.Dockerfile is not null)
            await work.Folder.WriteProductionMetadataAsync(work.Masked(text), cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private static void SayNothingToEdit(ImageWork work, BuildScenario scenario)
    {
        var kind = scenario == BuildScenario.Edited ? "text file" : "lock or manifest file";
        var finding = new Finding
        {
            Rule = "nothing-to-edit",
            Severity = FindingSeverity.Info,
            File = work.Target.DockerfileName,
            Message = $"no build after an edit was timed: no {kind} of the build context reaches the production stage",
        };
        if (!work.Report.Findings.Contains(finding))
            work.Update(work.Report with { Findings = [.. work.Report.Findings, finding] });
    }
}
