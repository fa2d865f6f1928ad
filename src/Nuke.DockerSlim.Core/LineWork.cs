using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>The lines of an image's Dockerfile, from build to build: as the builder says it read them, or else from the disk.</summary>
internal static class LineWork
{
    extension(ImageWork work)
    {
        /// <summary>The report with the lines' times of a build of the production stage, and with what it ran again.</summary>
        /// <param name="outcome">The build.</param>
        /// <param name="edited">The file that was edited before it, relative to the context; null for none.</param>
        public ImageReport WithLines(BuildOutcome outcome, string? edited = null)
        {
            var stage = work.Target.Definition.ProductionStage;
            var dockerfile = outcome.Metadata.Dockerfile ?? InputFiles.FindDockerfile(work.Target);
            var report = LineCosts.WithTimes(work.Report, outcome, dockerfile, stage);
            if (dockerfile?.Find(stage) is not { } number)
                return report;
            var use = ContextUseReader.ReadOrNull(outcome.MetadataText);
            var miss = CacheMisses.Of(outcome, dockerfile, number, use, edited, x => InputFiles.ReadSmall(work.Target, x));
            return outcome.Scenario switch
            {
                BuildScenario.Warm => report with { CacheMiss = miss ?? (report.CacheMiss?.Build == "warm" ? null : report.CacheMiss) },
                // A warm build that was not warm comes first: as long as it is not, no other is what it could be.
                BuildScenario.Edited when report.CacheMiss?.Build != "warm" => report with { CacheMiss = miss },
                _ => report,
            };
        }

        /// <summary>The steps of a build and when each ran, with their lines as far as the Dockerfile is known.</summary>
        /// <param name="outcome">The build.</param>
        public IReadOnlyList<TimedStep> Timeline(BuildOutcome outcome)
        {
            var dockerfile = outcome.Metadata.Dockerfile ?? InputFiles.FindDockerfile(work.Target);
            return dockerfile?.Find(work.Target.Definition.ProductionStage) is { } stage
                ? LineTiming.Of(outcome, dockerfile, stage).Timeline()
                : BuildTimeline.Of(outcome.Trace.Vertices, _ => null);
        }

        /// <summary>The origins of the image's layers: as the last build's provenance tells them, or else inferred from the image's history.</summary>
        /// <param name="image">The image.</param>
        public IReadOnlyList<LayerOrigin> LayerOrigins(MeasuredImage image)
        {
            var metadata = work.Folder.ReadProductionMetadata();
            return metadata.LayerOrigins.Count == image.Layers.Count ? metadata.LayerOrigins
                : (metadata.Dockerfile ?? InputFiles.FindDockerfile(work.Target)) is { } dockerfile
                    ? LayerHistory.Origins(image, dockerfile, work.Target.Definition.ProductionStage)
                : [];
        }
    }
}
