namespace Nuke.DockerSlim.Reporting;

/// <summary>What the steps of one stage took in one build.</summary>
/// <param name="Stage">The stage's name; <c>stage-N</c> for one without.</param>
/// <param name="Run">Time during which at least one of its steps ran, in milliseconds.</param>
public sealed record StageRun(string Stage, long Run);
