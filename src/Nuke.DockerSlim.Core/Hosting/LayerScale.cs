using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Hosting;

/// <summary>Weighs layer blobs as they stream by, in one pass that no later run has to repeat. Several may be weighed at once.</summary>
internal static class LayerScale
{
    /// <summary>Weighs a blob and remembers what it weighs and what is in it. One that is known is not read.</summary>
    /// <param name="blob">Its digest.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="content">Its content, at the start; it ends with the blob, and need not be seekable.</param>
    /// <param name="cache">What is known already.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="EndOfStreamException">The content ends before its length.</exception>
    /// <exception cref="InvalidDataException">The content is damaged, or not what the digest names.</exception>
    /// <exception cref="InputException">The blob is compressed in a way that cannot be read, or made to unpack without end.</exception>
    public static async Task<LayerWeight> WeighAsync(
        string blob,
        long length,
        Stream content,
        LayerCache cache,
        CancellationToken cancellationToken
    )
    {
        if (cache.Find(blob) is { } known)
            return known;
        var (weight, index) = await new LayerPass(blob, length).ReadAsync(content, cancellationToken).ConfigureAwait(false);
        cache.Add(blob, weight, index);
        return weight;
    }
}
