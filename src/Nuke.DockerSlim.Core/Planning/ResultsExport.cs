namespace Nuke.DockerSlim.Planning;

/// <summary>Where test results are taken to, and by what.</summary>
/// <param name="DockerfilePath">The user's Dockerfile with <see cref="ResultsStage" /> behind it, absolute.</param>
/// <param name="Directory">The folder that receives the files, absolute.</param>
public sealed record ResultsExport(string DockerfilePath, string Directory)
{
    /// <summary>The places in a build's own folder.</summary>
    /// <param name="target">The image.</param>
    /// <param name="folder">The folder, absolute.</param>
    public static ResultsExport In(BuildTarget target, string folder) =>
        new(Path.Combine(folder, Path.GetFileName(target.DockerfilePath)), Path.Combine(folder, "results"));
}
