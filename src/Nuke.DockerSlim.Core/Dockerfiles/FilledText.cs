namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>A text with the values of variables in it.</summary>
/// <param name="Text">The text; a variable without a value is nothing in it.</param>
/// <param name="IsComplete">Whether all variables have a value that is known before the build.</param>
internal readonly record struct FilledText(string Text, bool IsComplete);
