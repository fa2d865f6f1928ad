using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Building;

/// <summary>Runs builds and asks the builder about a Dockerfile.</summary>
public interface IImageBuilder
{
    /// <summary>The stages of the Dockerfile, in its order.</summary>
    /// <param name="target">The image to be.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="Errors.DockerSlimException">The Dockerfile cannot be read, or the builder cannot be asked.</exception>
    Task<IReadOnlyList<DockerfileStage>> ListStagesAsync(BuildTarget target, CancellationToken cancellationToken);

    /// <summary>The platforms whose programs the builder's machines can run, their own first; empty where the builder does not say.</summary>
    /// <param name="target">The image to be.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="Errors.EngineException">buildx cannot be started.</exception>
    Task<IReadOnlyList<string>> ListPlatformsAsync(BuildTarget target, CancellationToken cancellationToken);

    /// <summary>The builder's own checks of the Dockerfile.</summary>
    /// <param name="target">The image to be.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="Errors.DockerSlimException">The Dockerfile cannot be read, or the builder cannot be asked.</exception>
    Task<IReadOnlyList<Finding>> CheckAsync(BuildTarget target, CancellationToken cancellationToken);

    /// <summary>Runs one build to its end. A build that fails is an outcome; a builder that cannot be started is an exception.</summary>
    /// <param name="target">The image to be.</param>
    /// <param name="step">What to build of it, and how.</param>
    /// <param name="progress">Told each event as it comes.</param>
    /// <param name="cancellationToken">Interrupts the build, then kills it.</param>
    Task<BuildOutcome> BuildAsync(
        BuildTarget target,
        BuildStep step,
        IProgress<ProgressEvent> progress,
        CancellationToken cancellationToken
    );
}
