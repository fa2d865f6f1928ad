namespace Nuke.DockerSlim.Starting;

/// <summary>What was proposed and written.</summary>
/// <param name="Images">The images.</param>
/// <param name="Files">The files that were written or left alone, a phrase each.</param>
/// <param name="BuildClass">What is to be added to the build's class; empty where it needs nothing.</param>
/// <param name="Hints">What is to be done besides, whole sentences.</param>
/// <param name="HasChanges">Whether anything was written.</param>
public sealed record InitResult(
    IReadOnlyList<InitImage> Images,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> BuildClass,
    IReadOnlyList<string> Hints,
    bool HasChanges
);
