using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Runs the production builds of an image's plan, and writes down what each took as soon as it has ended.</summary>
/// <param name="builds">Runs one build.</param>
/// <param name="clock">The time of day.</param>
internal sealed class ProductionBuilds(ImageBuilds builds, TimeProvider clock)
{
    /// <summary>Runs them in the plan's order.</summary>
    /// <param name="work">The image, planned, its report started.</param>
    /// <param name="cancellationToken">Interrupts the running one.</param>
    /// <exception cref="Errors.DockerSlimException">A build failed.</exception>
    public async Task RunAsync(ImageWork work, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<BuildScenario, TimedBuild>();
        foreach (var step in work.Plan!.Production)
        {
            var outcome = await RunAsync(work, step, cancellationToken).ConfigureAwait(false);
            var round = BuildFigures.From(outcome);
            var figure = figures[step.Scenario] = BuildRounds.Add(figures.GetValueOrDefault(step.Scenario), round);
            // The lines' times are those of the round that counts.
            var counts = (figure.Milliseconds, figure.Void) == (round.Milliseconds, round.Void);
            work.Update(
                (counts ? work.WithLines(outcome) : work.Report) with
                {
                    CreatedAt = clock.GetUtcNow(),
                    Image = work.Report.Image with { LocalReference = work.Target.ProductionReference },
                    Builds = work.Report.Builds.With(step.Scenario, figure),
                }
            );
        }
    }

    private async Task<BuildOutcome> RunAsync(ImageWork work, BuildStep step, CancellationToken cancellationToken)
    {
        var outcome = await builds.RunAsync(work, step, cancellationToken).ConfigureAwait(false);
        // Warm means: the same build again. Where there was none before in this run, and the cache held not all, that one was the first.
        if (step.Scenario == BuildScenario.Warm && !work.BuiltHere && BuildFigures.From(outcome).Void is not null)
            outcome = await builds.RunAsync(work, step, cancellationToken).ConfigureAwait(false);
        work.BuiltHere = true;
        if (outcome.MetadataText is { } text && outcome.Metadata.Dockerfile is not null)
            await work.Folder.WriteProductionMetadataAsync(text, cancellationToken).ConfigureAwait(false);
        return outcome;
    }
}
