namespace Nuke.DockerSlim.Inspecting;

/// <summary>Where a layer comes from.</summary>
/// <param name="Line">Its Dockerfile line; null when unknown.</param>
/// <param name="FromBase">Whether it is of the base image; null when unknown.</param>
public readonly record struct LayerSource(int? Line, bool? FromBase);
