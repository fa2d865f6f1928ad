using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim;

/// <summary>What is to be tried, and what becomes of it.</summary>
/// <param name="Tool">What the figures are taken with.</param>
/// <param name="ScenariosAreGiven">Whether the definition's scenarios were asked for; else each try is built from the cache, and once after an edit.</param>
/// <param name="Apply">Whether what is kept is written into the user's files.</param>
public sealed record AdviceRequest(ToolFacts Tool, bool ScenariosAreGiven, bool Apply);
