namespace Nuke.DockerSlim.Building;

/// <summary>One build as it is shown.</summary>
public interface IBuildWatch : IProgress<ProgressEvent>, IDisposable
{
    /// <summary>The build has ended by itself.</summary>
    /// <param name="outcome">What it came to.</param>
    void Finish(BuildOutcome outcome);
}
