using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Building;

/// <summary>Shows builds to whoever waits for them.</summary>
public interface IBuildWatcher
{
    /// <summary>A build is about to start.</summary>
    /// <param name="target">The image.</param>
    /// <param name="step">The build.</param>
    /// <returns>What is told of it; disposed when the build has ended, however it did.</returns>
    IBuildWatch Watch(BuildTarget target, BuildStep step);
}
