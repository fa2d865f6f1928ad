namespace Nuke.DockerSlim.Building;

/// <summary>Lines of a Dockerfile that belong to one instruction.</summary>
/// <param name="First">The first, from one.</param>
/// <param name="Last">The last.</param>
public readonly record struct LineRange(int First, int Last);
