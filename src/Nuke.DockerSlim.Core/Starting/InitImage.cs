using Nuke.DockerSlim.Configuration;

namespace Nuke.DockerSlim.Starting;

/// <summary>An image that limits are proposed for, or that has some.</summary>
/// <param name="Definition">The image.</param>
/// <param name="Found">The Dockerfile that it was made of; null where the build declares it.</param>
/// <param name="Limits">The limits that are proposed; none where it has some already.</param>
public sealed record InitImage(ImageDefinition Definition, FoundDockerfile? Found, IReadOnlyList<LimitProposal> Limits)
{
    /// <summary>Whether somebody has set a limit for it.</summary>
    /// <param name="definition">The image, with all that the run sets.</param>
    public static bool HasLimits(ImageDefinition definition) =>
        !definition.Budget.IsEmpty
        || !definition.SoftBudget.IsEmpty
        || definition.PlatformBudgets.Count + definition.SoftPlatformBudgets.Count > 0;
}
