namespace Nuke.DockerSlim.Previewing;

/// <summary>What of a run is shown beforehand.</summary>
/// <param name="Targets">The names of the targets that are planned.</param>
/// <param name="Pushes">Whether the image is to be pushed.</param>
/// <param name="TemporaryDirectory">The folder in which builds get folders of their own, absolute.</param>
public sealed record PreviewScope(IReadOnlyList<string> Targets, bool Pushes, string TemporaryDirectory)
{
    // Each run takes a new name for it.
    private const string Run = "RUN";

    /// <summary>The folder of a build's metadata.</summary>
    internal string BuildFolder => Path.Combine(TemporaryDirectory, "build-" + Run);

    /// <summary>The folder of the copy that is edited.</summary>
    internal string EditedFolder => Path.Combine(TemporaryDirectory, "edited-" + Run);

    /// <summary>The folder of the image that a builder makes which holds nothing.</summary>
    internal string CiFolder => Path.Combine(TemporaryDirectory, "ci-" + Run);

    /// <summary>Whether a target is planned.</summary>
    /// <param name="target">Its name.</param>
    internal bool Has(string target) => Targets.Contains(target);
}
