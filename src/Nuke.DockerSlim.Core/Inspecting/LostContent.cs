namespace Nuke.DockerSlim.Inspecting;

/// <summary>Content that lies in a layer and in no file of the image: a later layer took its last name away.</summary>
/// <param name="Content">The content.</param>
/// <param name="By">The number of the layer that took it.</param>
/// <param name="Why">How.</param>
/// <param name="Root">The path that the later layer removed or replaced: that of the file, or of a folder above it.</param>
internal sealed record LostContent(FileContent Content, int By, WasteReason Why, string Root);
