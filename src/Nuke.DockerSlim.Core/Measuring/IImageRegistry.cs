using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Reads images out of registries (OCI distribution specification).</summary>
public interface IImageRegistry
{
    /// <summary>The index or manifest that a reference stands for.</summary>
    /// <param name="reference">The reference; without tag and digest it means <c>latest</c>.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The document's very bytes; null where the registry has none.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<byte[]?> ReadManifestAsync(ImageReference reference, CancellationToken cancellationToken);

    /// <summary>What hangs on an image: an index of the artifacts that name it as their subject.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="artifactType">The artifacts that are wanted; others may be among them.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <returns>The index's bytes; null where the registry does not answer such questions.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<byte[]?> ReadReferrersAsync(ImageReference image, string artifactType, CancellationToken cancellationToken);

    /// <summary>The content of a config or a layer; the caller disposes it.</summary>
    /// <param name="repository">Whose blob it is.</param>
    /// <param name="digest">The blob.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The content; null where the registry has none.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<Stream?> OpenBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken);
}
