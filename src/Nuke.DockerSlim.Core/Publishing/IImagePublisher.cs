using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>Brings an image of the engine into a registry.</summary>
public interface IImagePublisher
{
    /// <summary>Pushes an image under one tag. When it returns, the tag is moved.</summary>
    /// <param name="image">Where the image lies: in the engine, or in a layout that a builder left.</param>
    /// <param name="destination">Repository and tag.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task PushAsync(ImageSource image, ImageReference destination, CancellationToken cancellationToken);

    /// <summary>Puts an index that names images of the repository, a platform each, under a tag. When it returns, the tag is moved.</summary>
    /// <param name="manifests">The images: manifests, or indexes whose images are taken over. They are in the repository.</param>
    /// <param name="destination">Repository and tag.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task PushIndexAsync(IReadOnlyList<Digest> manifests, ImageReference destination, CancellationToken cancellationToken);

    /// <summary>Reads the history that hangs on an image in the registry.</summary>
    /// <param name="image">Repository, and tag or digest.</param>
    /// <param name="platform">Which platform's; null when there is only one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<RecalledHistory> RecallAsync(ImageReference image, Platform? platform, CancellationToken cancellationToken);

    /// <summary>Hangs a report on an image in the registry.</summary>
    /// <param name="image">Repository and digest of the image's manifest.</param>
    /// <param name="report">The report.</param>
    /// <param name="history">The images before; null: nothing is known of them.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The digest of what hangs there.</returns>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<Digest> AttachAsync(ImageReference image, ImageReport report, PushHistory? history, CancellationToken cancellationToken);

    /// <summary>Reads what the registry holds under a tag.</summary>
    /// <param name="destination">Repository and tag.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<PublishedImage> ReadAsync(ImageReference destination, CancellationToken cancellationToken);
}
