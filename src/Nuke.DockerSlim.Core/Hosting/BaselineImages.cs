using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Finds an image's baseline in a registry by a few requests, none of which pulls a layer: the image's manifest and config, and the report that hangs on it.
/// </summary>
/// <param name="registry">Registries.</param>
internal sealed class BaselineImages(IImageRegistry registry)
{
    /// <summary>The baseline.</summary>
    /// <param name="reference">The image in the registry.</param>
    /// <param name="image">Which image is held against it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials; or the image is damaged.</exception>
    public async Task<FoundBaseline> FindAsync(ImageReference reference, ImageFacts image, CancellationToken cancellationToken)
    {
        var facts = new BaselineFacts { Kind = BaselineKind.Image, Source = reference.ToString() };
        var platform = image.Platform is { } name ? new Platform(name) : (Platform?)null;
        if (await new RegistryBlobs(registry, reference).FindImageAsync(platform, cancellationToken).ConfigureAwait(false) is not { } found)
            return new(facts with { Missing = $"the registry {reference.Host} has no such image yet" }, null);
        facts = facts with { Found = found.Digest.Value, ConfigDigest = found.Manifest.Config.Digest };
        var report = await new ReportDownload(registry)
            .FindAsync(reference.WithDigest(found.Digest), cancellationToken)
            .ConfigureAwait(false);
        if (report is null)
            return new(facts with { Missing = "no report of this tool is attached to that image" }, null);
        // A report may be hung on any image; what it says of another one says nothing of this.
        return report.Image.ConfigDigest != found.Manifest.Config.Digest
            ? new(facts with { Missing = "the report that is attached to that image is about another one" }, null)
            : new(facts with { CreatedAt = report.CreatedAt }, report);
    }
}
