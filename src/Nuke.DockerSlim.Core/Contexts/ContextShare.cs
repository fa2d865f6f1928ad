using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Contexts;

/// <summary>A file of a build context, or a folder with all that counts in it.</summary>
/// <param name="Path">Relative to the context's folder, parted by slashes; a folder ends in one.</param>
/// <param name="Content">Bytes of its regular files.</param>
/// <param name="Files">How many files and links it is.</param>
public sealed record ContextShare(string Path, ByteSize Content, int Files);
