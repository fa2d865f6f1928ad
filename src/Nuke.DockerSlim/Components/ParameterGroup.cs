namespace Nuke.DockerSlim.Components;

/// <summary>Parameters that belong together, for people.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Parameters">Their names, each with a value as it would be written behind it; empty for a switch.</param>
internal sealed record ParameterGroup(string Title, params IReadOnlyList<(string Name, string Example)> Parameters);
