using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>Puts content into a registry (OCI distribution specification: push).</summary>
public interface IRegistryUpload
{
    /// <summary>Whether a repository has a blob.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">The blob.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<bool> HasBlobAsync(ImageReference repository, Digest digest, CancellationToken cancellationToken);

    /// <summary>Puts a blob into a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="digest">The blob.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="open">Opens its content, again for every attempt.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task PutBlobAsync(ImageReference repository, Digest digest, long length, Func<Stream> open, CancellationToken cancellationToken);

    /// <summary>Puts a manifest or an index under a tag or its digest; what it names has to be there.</summary>
    /// <param name="reference">Repository, and tag or digest.</param>
    /// <param name="mediaType">What it is.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>Whether the registry took notice of the subject that the manifest names, and lists it there by itself.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<bool> PutManifestAsync(ImageReference reference, string mediaType, byte[] content, CancellationToken cancellationToken);

    /// <summary>Takes a tag away (OCI distribution specification 1.1: deleting tags).</summary>
    /// <param name="tag">Repository and tag.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>Whether the registry did; many do not.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached.</exception>
    Task<bool> RemoveTagAsync(ImageReference tag, CancellationToken cancellationToken);
}
