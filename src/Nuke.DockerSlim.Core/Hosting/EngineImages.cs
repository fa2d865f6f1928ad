using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Weighs images of the engine. One that was weighed before is told by its id, which is the digest of its config or index, and is not asked for again: on the
/// classic store the engine takes seconds to put a large image together, whatever is read of it.
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
        var id = await store.FindAsync(reference, cancellationToken).ConfigureAwait(false);
        if (id is not null && cache.FindImage(id, platform) is { } known)
            return known;
        MeasuredImage image;
        await using (var tar = await store.SaveAsync(reference, cancellationToken).ConfigureAwait(false))
            image = await SavedImageReader.ReadAsync(tar, platform, cache, cancellationToken).ConfigureAwait(false);
        // A build that ended meanwhile may have moved the name.
        if (id is not null && id == await store.FindAsync(reference, cancellationToken).ConfigureAwait(false))
            cache.AddImage(id, platform, image);
        return image;
    }
}
