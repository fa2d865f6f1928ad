using Nuke.DockerSlim.Secrets;
using Nuke.DockerSlim.Workflows;

namespace Nuke.DockerSlim;

/// <summary>What has GitHub's runner mask the secrets of a run's builds in everything that is printed, by whomever.</summary>
public static class RunMasks
{
    /// <summary>The lines to print before anything else. They hold the values, which the runner does not show; they are for nobody else.</summary>
    /// <param name="works">The images.</param>
    public static IReadOnlyList<string> Of(IEnumerable<ImageWork> works) =>
        [
            .. works
                .Select(x => x.Secrets)
                .OfType<SecretSearch>()
                .SelectMany(x => x.Secrets)
                .SelectMany(MaskedParts.Of)
                .Distinct()
                .SelectMany(WorkflowCommand.Mask),
        ];
}
