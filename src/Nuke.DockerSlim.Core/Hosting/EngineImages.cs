using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Weighs images of the engine. One that was weighed before is told by a digest of what it is, and is not asked for again: the engine takes seconds to
/// put a large image together, whatever is read of it.
/// </summary>
/// <param name="store">The engine's images.</param>
/// <param name="cache">What is known already.</param>
internal sealed class EngineImages(IImageStore store, LayerCache cache)
{
    /// <summary>Weighs an image.</summary>
    /// <param name="reference">Its name in the engine.</param>
    /// <param name="platform">Its platform; null when there is only one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EngineException">The engine has no such image, or is gone.</exception>
    public async Task<MeasuredImage> MeasureAsync(string reference, Platform? platform, CancellationToken cancellationToken)
    {
        var identity = await IdentifyAsync(reference, platform, cancellationToken).ConfigureAwait(false);
        var documents = await DocumentsAsync(reference, cancellationToken).ConfigureAwait(false);
        var areKnown = documents is null || cache.IsSearched(documents, platform);
        if (areKnown && identity is { } already && cache.FindImage(already.Id, platform) is { } known)
            return known;
        MeasuredImage image;
        await using (var tar = await store.SaveAsync(reference, cancellationToken).ConfigureAwait(false))
            image = await SavedImageReader
                .ReadAsync(tar, platform, areKnown ? identity?.Manifest : null, cache, cancellationToken)
                .ConfigureAwait(false);
        // A build that ended meanwhile may have moved the name.
        if (identity is { } read && identity == await IdentifyAsync(reference, platform, cancellationToken).ConfigureAwait(false))
        {
            cache.AddImage(read.Id, platform, image);
            if (documents is not null && cache.Search is { Documents.Count: 0, Gaps.Count: 0 })
                cache.AddSearched(documents, platform);
        }
        return image;
    }

    // Attestations lie beside the image, under the index that the id is the digest of; their manifests change with every build, and the image's does not.
    private async Task<string?> DocumentsAsync(string reference, CancellationToken cancellationToken) =>
        cache.Search is null ? null : await store.FindAsync(reference, cancellationToken).ConfigureAwait(false) ?? "";

    // The manifest where the engine tells it, else the id. On the classic store that is the config's digest and stays when nothing changed; on an older
    // engine's containerd store it is an index's, new with each build, and the image is read again.
    private async Task<(string Id, Digest? Manifest)?> IdentifyAsync(
        string reference,
        Platform? platform,
        CancellationToken cancellationToken
    )
    {
        var manifests = await store.ListManifestsAsync(reference, cancellationToken).ConfigureAwait(false);
        var wanted = platform is { } x ? PlatformName.Normal(x.Value) : null;
        if (manifests.Where(x => wanted is null || PlatformName.Normal(x.Platform) == wanted).ToArray() is [var only])
            return (only.Digest.Value, only.Digest);
        return await store.FindAsync(reference, cancellationToken).ConfigureAwait(false) is { } id ? (id, null) : null;
    }
}
