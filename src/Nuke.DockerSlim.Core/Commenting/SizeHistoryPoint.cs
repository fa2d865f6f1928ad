using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The download size of an earlier build.</summary>
/// <param name="Label">Which build, in a few characters, such as the beginning of a commit's hash.</param>
/// <param name="Download">Its download size.</param>
public sealed record SizeHistoryPoint(string Label, ByteSize Download);
