namespace Nuke.DockerSlim.Testing;

/// <summary>What to run in the test stage.</summary>
/// <param name="Image">The image of the test stage, by its name in the engine.</param>
/// <param name="Command">The command, for the image's shell.</param>
/// <param name="TimeLimit">Longest run of the command.</param>
/// <param name="ResultsPath">A file or folder in the container; null when there are no results to take out.</param>
public sealed record TestRequest(string Image, string Command, TimeSpan TimeLimit, string? ResultsPath);
