using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>The production builds of one image, one after the other; each figure is written down as soon as it is there.</summary>
/// <param name="work">The image, planned, its report started.</param>
/// <param name="builds">Runs one build.</param>
/// <param name="edits">Runs builds after an edit.</param>
/// <param name="clock">The time of day.</param>
internal sealed class ProductionRun(ImageWork work, ImageBuilds builds, EditedProduction edits, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<BuildScenario, TimedBuild> _figures = [];

    /// <summary>What the builder wrote about the last build without an edit; null when it wrote nothing.</summary>
    public string? Metadata { get; private set; }

    /// <summary>The figures so far.</summary>
    public IReadOnlyDictionary<BuildScenario, TimedBuild> Figures => _figures;

    /// <summary>Runs one build.</summary>
    /// <param name="step">The build.</param>
    /// <param name="preferredEdit">The file to edit if the image takes it in; null to choose one.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Errors.DockerSlimException">It failed.</exception>
    public async Task RunAsync(BuildStep step, string? preferredEdit, CancellationToken cancellationToken)
    {
        string? file = null;
        BuildOutcome outcome;
        if (!step.IsEdited)
            outcome = await RunAsync(step, cancellationToken).ConfigureAwait(false);
        else if (await edits.RunAsync(step, Metadata, preferredEdit, cancellationToken).ConfigureAwait(false) is { } edited)
            (outcome, file) = edited;
        else
        {
            SayNothingToEdit(step.Scenario);
            return;
        }
        if (!step.IsEdited)
            Metadata = outcome.MetadataText ?? Metadata;
        var round = BuildFigures.From(outcome) with
        {
            EditedFile = file,
            Timeline = work.Timeline(outcome),
            ParallelImages = work.ParallelImages,
        };
        var figure = _figures[step.Scenario] = BuildRounds.Add(_figures.GetValueOrDefault(step.Scenario), round);
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

    /// <summary>Takes away what the edited builds worked on.</summary>
    public void Dispose() => edits.Dispose();

    private async Task<BuildOutcome> RunAsync(BuildStep step, CancellationToken cancellationToken)
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

    private void SayNothingToEdit(BuildScenario scenario)
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
