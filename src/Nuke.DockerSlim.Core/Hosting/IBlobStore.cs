using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Measuring;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A place where the documents and layers of images lie, to be found by their digests.</summary>
internal interface IBlobStore
{
    /// <summary>Whether its manifests are such as a registry may hold, so that their digests mean something.</summary>
    bool HasManifests { get; }

    /// <summary>The index or manifest that everything starts from.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnusableImageException">There is none.</exception>
    Task<byte[]> ReadRootAsync(CancellationToken cancellationToken);

    /// <summary>A manifest or index; null where it is not there.</summary>
    /// <param name="manifest">What names it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<StoredBlob?> FindManifestAsync(BlobDescriptor manifest, CancellationToken cancellationToken);

    /// <summary>A config or layer; null where it is not there.</summary>
    /// <param name="blob">What names it.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<StoredBlob?> FindBlobAsync(BlobDescriptor blob, CancellationToken cancellationToken);

    /// <summary>The failure for the user: place, fact and what to do.</summary>
    /// <param name="clause">The end of a sentence that starts with the place.</param>
    /// <param name="advice">What to do; null: what this place suggests.</param>
    /// <param name="cause">What caused it, or null.</param>
    DockerSlimException Failure(string clause, string? advice, Exception? cause);
}
