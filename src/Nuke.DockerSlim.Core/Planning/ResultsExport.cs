namespace Nuke.DockerSlim.Planning;

/// <summary>Where test results are taken to, and by what.</summary>
/// <param name="DockerfilePath">The user's Dockerfile with <see cref="ResultsStage" /> behind it, absolute.</param>
/// <param name="Directory">The folder that receives the files, absolute.</param>
public sealed record ResultsExport(string DockerfilePath, string Directory);
