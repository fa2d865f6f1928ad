namespace Nuke.DockerSlim.Testing;

/// <summary>Starts a container of an image, waits for it, and always takes it away.</summary>
public interface ISmokeRunner
{
    /// <summary>Starts the image and waits until all that is asked for holds, or cannot hold any more.</summary>
    /// <param name="request">What to start and what to wait for.</param>
    /// <param name="cancellationToken">Kills the container.</param>
    /// <exception cref="Errors.DockerSlimException">The engine is gone or has no such image, or nothing says what to wait for.</exception>
    Task<SmokeRun> RunAsync(SmokeRequest request, CancellationToken cancellationToken);
}
