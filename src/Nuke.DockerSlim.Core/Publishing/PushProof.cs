using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>
/// Proves that what a registry holds is what was tested and measured. The config names every layer's diff id, so an equal config digest
/// means equal unpacked content on every store; where the manifest's digest was known before the push, that must be equal too.
/// </summary>
public static class PushProof
{
    private const string Again = "Another run may have pushed at the same time; run ./build.sh SlimImage again.";

    /// <summary>The pushed image of the measured platform.</summary>
    /// <param name="report">The report of the measured image.</param>
    /// <param name="published">What was read back; null where there is nothing.</param>
    /// <param name="destination">Where it was pushed, for the message.</param>
    /// <exception cref="EngineException">The registry holds something else.</exception>
    public static PublishedPlatform Require(ImageReport report, PublishedImage? published, ImageReference destination)
    {
        var measured = report.Image.ConfigDigest;
        if (published is null)
            throw new EngineException($"The registry {destination.Host} took {destination}, and does not have it. {Again}");
        var found = published.Images.FirstOrDefault(x => x.ConfigDigest == measured);
        if (found is null)
            throw new EngineException(
                $"{destination} holds another image than the one that was tested: measured config {measured}, pushed {string.Join(", ", published.Images.Select(x => x.ConfigDigest))}. {Again}"
            );
        if (report.Image.Digest is { } manifest && manifest != found.ManifestDigest)
            throw new EngineException(
                $"{destination} holds another manifest than the one that was tested: measured {manifest}, pushed {found.ManifestDigest}. Run ./build.sh SlimImage again."
            );
        if (found.DiffIds is { } pushed && !pushed.SequenceEqual(report.Layers.Select(x => x.DiffId.Value)))
            throw new EngineException(
                $"{destination} has other layers than the image that was tested: measured {report.Layers.Count}, pushed {pushed.Count}, not all with the same diff ids. Run ./build.sh SlimImage again."
            );
        return found;
    }

    /// <summary>What the report says of the proof.</summary>
    /// <param name="report">The report of the measured image, before the push.</param>
    /// <param name="pushed">What <see cref="Require" /> found.</param>
    /// <param name="repository">The repository.</param>
    public static PushedProof Facts(ImageReport report, PublishedPlatform pushed, ImageReference repository) =>
        new()
        {
            Repository = repository.Repository,
            Platform = report.Image.Platform,
            ByManifest = report.Image.Digest is not null,
            Tested = report.Image.Digest ?? report.Image.ConfigDigest!.Value,
            Pushed = report.Image.Digest is not null ? pushed.ManifestDigest : pushed.ConfigDigest,
        };

    /// <summary>The report with the figures that the registry knows exactly.</summary>
    /// <param name="report">The report of the measured image.</param>
    /// <param name="pushed">The pushed image of its platform.</param>
    /// <param name="bandwidth">The bandwidth that a pull is estimated for.</param>
    public static ImageReport WithExactFigures(ImageReport report, PublishedPlatform pushed, Bandwidth bandwidth)
    {
        if (report.Sizes is not { } sizes || pushed.Layers.Count != report.Layers.Count)
            return report;
        LayerFacts[] layers =
        [
            .. report.Layers.Zip(pushed.Layers, (layer, exact) => layer with { Digest = exact.Digest, Download = exact.Download }),
        ];
        var exactly = DownloadSplit.Apply(sizes with { DownloadIsExact = true }, pushed.Config, layers);
        return report with
        {
            Image = report.Image with { Digest = pushed.ManifestDigest },
            Sizes = exactly,
            Pull = PullFacts.Of(exactly, bandwidth),
            Layers = layers,
        };
    }
}
