using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>Writes an image's cache, as a build of its own: how long that takes is a figure of its own, and in none of the others.</summary>
internal static class CacheWork
{
    /// <summary>Writes it. What a cache that may fail to be written failed of is a finding.</summary>
    /// <param name="work">The image, its production stage built.</param>
    /// <param name="step">The build.</param>
    /// <param name="builds">Runs one build.</param>
    /// <param name="clock">The time of day.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Errors.BuildFailedException">It could not be written.</exception>
    public static async Task ExportAsync(
        ImageWork work,
        BuildStep step,
        ImageBuilds builds,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var outcome = await builds.RunAsync(work, step, cancellationToken).ConfigureAwait(false);
        work.Update(
            work.Report with
            {
                CreatedAt = clock.GetUtcNow(),
                Builds = work.Report.Builds.With(
                    step.Scenario,
                    BuildRounds.Add(null, BuildFigures.From(outcome) with { ParallelImages = work.ParallelImages })
                ),
                Findings = [.. work.Report.Findings, .. Failures(work.Target, outcome.Trace)],
            }
        );
    }

    /// <summary>A sentence about caches as a finding.</summary>
    /// <param name="target">The image.</param>
    /// <param name="sentence">The sentence.</param>
    public static Finding Note(BuildTarget target, string sentence) =>
        new()
        {
            Rule = "cache-not-used",
            Severity = FindingSeverity.Info,
            File = target.DockerfileName,
            Message = sentence,
        };

    private static IEnumerable<Finding> Failures(BuildTarget target, BuildTrace trace) =>
        trace
            .Vertices.Where(x => x.Error is not null && VertexKinds.WritesCache(x))
            .Select(x => Note(target, $"The cache was not written, which is no failure here (ignore-error=true): {x.Error}"));
}
