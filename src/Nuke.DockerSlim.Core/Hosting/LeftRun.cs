namespace Nuke.DockerSlim.Hosting;

/// <summary>What a run that is gone may have left in one engine.</summary>
/// <param name="Run">The run's name, which the labels of its containers have.</param>
/// <param name="Images">Names of images that were there only for it, and that no run which is alive uses.</param>
public sealed record LeftRun(string Run, IReadOnlyList<string> Images);
