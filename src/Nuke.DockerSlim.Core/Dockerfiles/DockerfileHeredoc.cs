namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>A here-document of an instruction.</summary>
/// <param name="Name">The word that ends it.</param>
/// <param name="Text">Its lines, each with a line feed.</param>
/// <param name="FirstLine">The line of its first line of text, from one.</param>
public sealed record DockerfileHeredoc(string Name, string Text, int FirstLine);
