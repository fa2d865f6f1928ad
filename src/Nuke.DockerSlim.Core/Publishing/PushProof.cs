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
    /// <summary>The pushed image of the measured platform.</summary>
    /// <param name="report">The report of the measured image.</param>
    /// <param name="published">What was read back.</param>
    /// <param name="destination">Where it was pushed, for the message.</param>
    /// <exception cref="EngineException">The registry holds something else.</exception>
    public static PublishedPlatform Require(ImageReport report, PublishedImage published, ImageReference destination)
    {
        var measured = report.Image.ConfigDigest;
        var found = published.Images.FirstOrDefault(x => x.ConfigDigest == measured);
        if (found is null)
            throw new EngineException(
                $"{destination} holds another image than the one that was tested: measured config {measured}, pushed {string.Join(", ", published.Images.Select(x => x.ConfigDigest))}. Another run may have pushed at the same time; run ./build.sh SlimImage again."
            );
        if (report.Image.Digest is { } manifest && manifest != found.ManifestDigest)
            throw new EngineException(
                $"{destination} holds another manifest than the one that was tested: measured {manifest}, pushed {found.ManifestDigest}. Run ./build.sh SlimImage again."
            );
        return found;
    }

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
