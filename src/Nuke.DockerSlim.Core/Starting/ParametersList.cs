namespace Nuke.DockerSlim.Starting;

/// <summary>Where a list stands in a file of parameters.</summary>
/// <param name="LastEnd">The byte behind its last entry; behind its bracket where it has none.</param>
/// <param name="HasEntries">Whether it has any.</param>
internal sealed record ParametersList(long LastEnd, bool HasEntries);
