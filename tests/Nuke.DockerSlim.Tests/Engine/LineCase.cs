namespace Nuke.DockerSlim.Tests.Engine;

/// <summary>A Dockerfile and the lines that are to be found.</summary>
/// <param name="Dockerfile">Its text.</param>
/// <param name="Layers">The lines of the image's layers, the lowest first.</param>
/// <param name="Steps">The lines that have steps; null where they are those of the layers.</param>
internal sealed record LineCase(string Dockerfile, string Layers, string? Steps = null);
