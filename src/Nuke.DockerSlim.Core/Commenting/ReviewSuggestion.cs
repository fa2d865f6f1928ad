namespace Nuke.DockerSlim.Commenting;

/// <summary>A remark of a review on lines that a pull request touches, with what to put in their place.</summary>
/// <param name="File">The file as reports name it, relative to the root folder.</param>
/// <param name="FirstLine">The first of its lines, from one.</param>
/// <param name="LastLine">The last of them.</param>
/// <param name="Body">The remark in GitHub Flavored Markdown, a <c>suggestion</c> block at its end.</param>
public sealed record ReviewSuggestion(string File, int FirstLine, int LastLine, string Body);
