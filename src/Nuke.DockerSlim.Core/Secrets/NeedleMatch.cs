namespace Nuke.DockerSlim.Secrets;

/// <summary>Where a needle was met.</summary>
/// <param name="Needle">The number of the needle.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte behind its last.</param>
internal readonly record struct NeedleMatch(int Needle, int Start, int End);
