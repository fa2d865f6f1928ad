namespace Nuke.DockerSlim.Planning;

/// <summary>A stage of a Dockerfile, as the builder lists it.</summary>
/// <param name="Name">Its name; its number where it has none.</param>
/// <param name="Base">What it is built from: an image or another stage.</param>
/// <param name="Line">The line of its FROM, from one.</param>
/// <param name="IsDefault">Whether a build that names no stage makes this one.</param>
public sealed record DockerfileStage(string Name, string Base, int Line, bool IsDefault);
