using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds the report that hangs on an image in a registry.</summary>
/// <param name="registry">Reads.</param>
internal sealed class ReportDownload(IImageRegistry registry)
{
    /// <summary>The tag that stands in for the referrers API where a registry lacks it: <c>sha256-…</c>.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    public static ImageReference FallbackTag(ImageReference image) =>
        ImageReference.Parse(image.Repository).WithTag(image.Digest!.Value.Value.Replace(':', '-'));

    /// <summary>The report; null when none hangs there, or what hangs there is none that this version reads.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    public async Task<ImageReport?> FindAsync(ImageReference image, CancellationToken cancellationToken)
    {
        var referrers =
            await registry.ReadReferrersAsync(image, ReportArtifact.Type, cancellationToken).ConfigureAwait(false)
            ?? await registry.ReadManifestAsync(FallbackTag(image), cancellationToken).ConfigureAwait(false);
        foreach (var artifact in referrers is null ? [] : ReportArtifact.Reports(referrers).Take(3))
            if (await ReadAsync(image.WithDigest(artifact), cancellationToken).ConfigureAwait(false) is { } report)
                return report;
        return null;
    }

    // Whatever is wrong with what somebody hung there, the image can be compared without it.
    private async Task<ImageReport?> ReadAsync(ImageReference artifact, CancellationToken cancellationToken)
    {
        try
        {
            if (
                await registry.ReadManifestAsync(artifact, cancellationToken).ConfigureAwait(false) is not { } manifest
                || !BlobText.Matches(artifact.Digest!.Value, manifest)
                || ManifestParts.Read(manifest).Blobs.FirstOrDefault(x => x.MediaType == ReportArtifact.Type) is not { } blob
                || await new RegistryBlobs(registry, artifact).FindBlobAsync(blob, cancellationToken).ConfigureAwait(false)
                    is not { } stored
            )
                return null;
            var json = await BlobText.ReadAsync(blob, stored, cancellationToken).ConfigureAwait(false);
            return JsonReportReader.Parse(json, artifact.ToString());
        }
        catch (Exception e) when (e is UnusableImageException or InputException)
        {
            return null;
        }
    }
}
