namespace Nuke.DockerSlim.Adapters;

/// <summary>Where an engine listens.</summary>
/// <param name="Host">The address as docker writes it, such as <c>unix:///var/run/docker.sock</c>.</param>
/// <param name="Source">How it was found, for messages: <c>DOCKER_HOST</c>, a context's name, the default socket.</param>
public sealed record EngineAddress(string Host, string Source);
