using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A file of the build context, or a folder with all that counts in it.</summary>
/// <param name="Path">Relative to the build context, parted by slashes; a folder ends in one.</param>
/// <param name="Content">Bytes of its files.</param>
/// <param name="Files">How many files and links it is.</param>
public sealed record ContextPathFacts(string Path, [property: JsonPropertyName("bytes")] ByteSize Content, int Files);
