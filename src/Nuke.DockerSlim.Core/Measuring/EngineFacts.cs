namespace Nuke.DockerSlim.Measuring;

/// <summary>The engine in use.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Store">Its image store: <c>containerd</c>, or the classic store's driver such as <c>overlay2</c>.</param>
/// <param name="Endpoint">Where it listens, as a person would write it.</param>
public sealed record EngineFacts(string Version, string Store, string Endpoint)
{
    /// <summary>The image store of engines that keep images in containerd.</summary>
    public const string Containerd = "containerd";
}
