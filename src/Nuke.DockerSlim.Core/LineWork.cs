using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Hosting;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>The lines of an image's Dockerfile, from build to build: as the builder says it read them, or else from the disk.</summary>
internal static class LineWork
{
    extension(ImageWork work)
    {
        /// <summary>The report with the lines' times of a build of the production stage.</summary>
        /// <param name="outcome">The build.</param>
        public ImageReport WithLines(BuildOutcome outcome) =>
            LineCosts.WithTimes(
                work.Report,
                outcome,
                outcome.Metadata.Dockerfile ?? InputFiles.FindDockerfile(work.Target),
                work.Target.Definition.ProductionStage
            );

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
