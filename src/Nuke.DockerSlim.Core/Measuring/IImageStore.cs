namespace Nuke.DockerSlim.Measuring;

/// <summary>The engine's image store.</summary>
public interface IImageStore
{
    /// <summary>Asks the engine who it is.</summary>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="Errors.EngineException">No engine answers.</exception>
    Task<EngineFacts> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>The image as the tar of an OCI layout, streamed; the caller disposes it.</summary>
    /// <param name="reference">The image's name in the engine.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="Errors.EngineException">There is no such image, or the engine is gone.</exception>
    Task<Stream> SaveAsync(string reference, CancellationToken cancellationToken);

    /// <summary>The id of the image that a name stands for; null when it stands for none.</summary>
    /// <param name="reference">The image's name in the engine.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    Task<string?> FindAsync(string reference, CancellationToken cancellationToken);

    /// <summary>
    /// The images that a name stands for, a platform each; empty where the engine does not tell: one with the classic store, or older than 28. The
    /// containerd store makes a new id of every build, since the id covers the attestations; the image's own manifest stays what it was.
    /// </summary>
    /// <param name="reference">The image's name in the engine.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    Task<IReadOnlyList<EngineManifest>> ListManifestsAsync(string reference, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a name from an image, and the image away when it was its last; by id, an image that has no name left. Nothing of that kind being there is
    /// fine, and an image that is in use stays.
    /// </summary>
    /// <param name="reference">The image's name in the engine, or its id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task RemoveAsync(string reference, CancellationToken cancellationToken);
}
