namespace Nuke.DockerSlim.Inspecting;

/// <summary>A file or folder among others.</summary>
/// <param name="Name">Its name in its folder.</param>
/// <param name="Parent">The number of its folder; -1 for the root.</param>
/// <param name="Depth">How deep it lies; what lies in the root has zero.</param>
/// <param name="Layer">The layer that brought its content.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal readonly record struct WeighedFile(string Name, int Parent, int Depth, int Layer, bool IsFolder);
