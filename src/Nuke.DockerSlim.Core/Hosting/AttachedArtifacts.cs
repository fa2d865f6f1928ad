using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Finds what a push of this tool hung on an image in a registry, and reads parts of it.</summary>
/// <param name="registry">Reads.</param>
internal sealed class AttachedArtifacts(IImageRegistry registry)
{
    private const int Most = 3;

    /// <summary>The tag that stands in for the referrers API where a registry lacks it: <c>sha256-…</c>.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    public static ImageReference FallbackTag(ImageReference image) =>
        ImageReference.Parse(image.Repository).WithTag(image.Digest!.Value.Value.Replace(':', '-'));

    /// <summary>The artifacts, the newest first.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    public async Task<IReadOnlyList<ImageReference>> FindAsync(ImageReference image, CancellationToken cancellationToken)
    {
        var referrers =
            await registry.ReadReferrersAsync(image, ReportArtifact.Type, cancellationToken).ConfigureAwait(false)
            ?? await registry.ReadManifestAsync(FallbackTag(image), cancellationToken).ConfigureAwait(false);
        return referrers is null ? [] : [.. ReportArtifact.Reports(referrers).Take(Most).Select(image.WithDigest)];
    }

    /// <summary>The parts of an artifact, by what they are; empty where it is not there or not what its digest names.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UnusableImageException">It names something by no digest.</exception>
    public async Task<IReadOnlyList<BlobDescriptor>> PartsAsync(ImageReference artifact, CancellationToken cancellationToken) =>
        await registry.ReadManifestAsync(artifact, cancellationToken).ConfigureAwait(false) is { } manifest
        && BlobText.Matches(artifact.Digest!.Value, manifest)
            ? ManifestParts.Read(manifest).Blobs
            : [];

    /// <summary>A part; null where there is none of that type.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UnusableImageException">It is not what its digest names, or too large for a document.</exception>
    public async Task<byte[]?> ReadAsync(
        ImageReference artifact,
        IReadOnlyList<BlobDescriptor> parts,
        string mediaType,
        CancellationToken cancellationToken
    ) =>
        parts.FirstOrDefault(x => x.MediaType == mediaType) is { } part
        && await new RegistryBlobs(registry, artifact).FindBlobAsync(part, cancellationToken).ConfigureAwait(false) is { } stored
            ? await BlobText.ReadAsync(part, stored, cancellationToken).ConfigureAwait(false)
            : null;
}
