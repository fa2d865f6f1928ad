using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Publishing;

/// <summary>Brings an image of the engine into a registry.</summary>
public interface IImagePublisher
{
    /// <summary>Pushes an image under one tag and reads back what the registry then holds there.</summary>
    /// <param name="localReference">The image's name in the engine.</param>
    /// <param name="destination">Repository and tag.</param>
    /// <param name="cancellationToken">Interrupts the push.</param>
    /// <exception cref="Errors.EngineException">The registry cannot be reached, refuses, or asks for credentials.</exception>
    Task<PublishedImage> PushAsync(string localReference, ImageReference destination, CancellationToken cancellationToken);
}
