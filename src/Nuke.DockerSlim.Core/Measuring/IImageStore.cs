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

    /// <summary>Takes a name from an image, and the image away when it was its last. No such name is fine.</summary>
    /// <param name="reference">The image's name in the engine.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task RemoveAsync(string reference, CancellationToken cancellationToken);
}
