namespace Nuke.DockerSlim.Inspecting;

/// <summary>A kind of what a service does not need to run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Depth">
/// How many names of a path make up the place it belongs to, such as 4 for <c>var/lib/apt/lists/x</c>; zero for a path of another kind.
/// </param>
internal sealed record ResidueKind(string Name, string Fix, Func<string[], int> Depth);
