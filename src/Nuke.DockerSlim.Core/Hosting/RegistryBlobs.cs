using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>An image in a registry. A layer whose weight is known is not asked for; the registry held it to its digest when it was pushed.</summary>
/// <param name="registry">The registry.</param>
/// <param name="reference">The image.</param>
internal sealed class RegistryBlobs(IImageRegistry registry, ImageReference reference) : IBlobStore
{
    private byte[]? _root;

    /// <inheritdoc />
    public bool HasManifests => true;

    /// <summary>Finds an image; what is read of it for that is not asked for again.</summary>
    /// <param name="platform">Which platform's; null when there is only one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The image; null where the registry has none of that name.</returns>
    /// <exception cref="EngineException">The registry cannot be reached, refuses, or asks for credentials; or the image is damaged.</exception>
    public async Task<FoundImage?> FindImageAsync(Platform? platform, CancellationToken cancellationToken)
    {
        _root = await registry.ReadManifestAsync(reference, cancellationToken).ConfigureAwait(false);
        if (_root is null)
            return null;
        try
        {
            return await new ImageFinder(this).FindAsync(platform, name: null, cancellationToken).ConfigureAwait(false);
        }
        catch (UnusableImageException e)
        {
            throw Failure(e.Message, e.Advice, e);
        }
    }

    /// <inheritdoc />
    public async Task<byte[]> ReadRootAsync(CancellationToken cancellationToken)
    {
        var root =
            _root
            ?? await registry.ReadManifestAsync(reference, cancellationToken).ConfigureAwait(false)
            ?? throw new EngineException(
                $"The registry {reference.Host} has no {reference}; correct the name and the tag, or log in with docker login {reference.Host} if the repository is private."
            );
        return
            reference.Digest is { } digest
            && BlobText.DigestOf(root) != digest
            && digest.Value.StartsWith("sha256:", StringComparison.Ordinal)
            ? throw new UnusableImageException($"holds other content than {digest} under that digest")
            : root;
    }

    /// <inheritdoc />
    public async Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken) =>
        await registry.ReadManifestAsync(reference.WithDigest(manifest.Digest), cancellationToken).ConfigureAwait(false) is { } content
            ? StoredBlob.Of(content)
            : null;

    /// <inheritdoc />
    public Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken) =>
        Task.FromResult<StoredBlob?>(
            new StoredBlob(
                blob.Length ?? throw new UnusableImageException($"states no size for {blob.Digest}"),
                token => OpenAsync(blob, token)
            )
        );

    // A registry that goes on behind the blob's end is not listened to.
    private async Task<Stream> OpenAsync(BlobDescriptor blob, CancellationToken cancellationToken) =>
        await registry.OpenBlobAsync(reference, blob.Digest, cancellationToken).ConfigureAwait(false) is { } content
            ? new SliceStream(content, blob.Length!.Value)
            : throw new UnusableImageException(
                blob.IsForeign
                    ? $"lacks the layer {blob.Digest}, which is foreign: it may not be distributed, so only its name is here"
                    : $"lacks {blob.Digest}"
            );

    /// <inheritdoc />
    public DockerSlimException Failure(string clause, string? advice, Exception? cause) =>
        new EngineException($"{reference} in the registry {reference.Host} {clause}; {advice ?? "push the image again"}.", cause);
}
