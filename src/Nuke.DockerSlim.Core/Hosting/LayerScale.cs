using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Inspecting;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Weighs layer blobs as they stream by, in one pass that no later run has to repeat. Several may be weighed at once.</summary>
internal static class LayerScale
{
    /// <summary>Weighs a blob and remembers what it weighs and what is in it. One that is known is not read, unless somebody wants to see it.</summary>
    /// <param name="blob">Its digest.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="content">Its content, at the start; it ends with the blob, and need not be seekable.</param>
    /// <param name="cache">What is known already.</param>
    /// <param name="also">Sees the layer's entries besides; null: nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EndOfStreamException">The content ends before its length.</exception>
    /// <exception cref="InvalidDataException">The content is damaged, or not what the digest names.</exception>
    /// <exception cref="InputException">The blob is compressed in a way that cannot be read, or made to unpack without end.</exception>
    public static async Task<LayerWeight> WeighAsync(
        string blob,
        long length,
        Stream content,
        LayerCache cache,
        ILayerVisitor? also,
        CancellationToken cancellationToken
    )
    {
        if (also is null && cache.Find(blob) is { } known)
            return known;
        var secrets = cache.Search?.Visit();
        var (weight, index, details) = await new LayerPass(blob, length, Both(also, secrets))
            .ReadAsync(content, cancellationToken)
            .ConfigureAwait(false);
        if (secrets is not null)
            cache.Search?.Take(weight.DiffId, secrets.Hits);
        cache.Add(blob, weight, index, details);
        return weight;
    }

    private static ILayerVisitor? Both(ILayerVisitor? one, ILayerVisitor? other) =>
        one is null ? other
        : other is null ? one
        : new LayerVisitors([one, other]);
}
