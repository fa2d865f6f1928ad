namespace Nuke.DockerSlim.Checking;

/// <summary>A place that breaks a rule.</summary>
/// <param name="Line">The line, from one; null for what has none in the Dockerfile.</param>
/// <param name="Message">What is so, a sentence.</param>
/// <param name="Fix">What to do, a sentence.</param>
/// <param name="File">The file's name where it is not the Dockerfile.</param>
public sealed record RuleHit(int? Line, string Message, string Fix, string? File = null);
