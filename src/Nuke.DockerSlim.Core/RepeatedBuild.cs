using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim;

/// <summary>One of two builds of the same inputs.</summary>
/// <param name="Target">The image, with the place where this build leaves it.</param>
/// <param name="Step">The build.</param>
/// <param name="Source">Where its image lies.</param>
internal sealed record RepeatedBuild(BuildTarget Target, BuildStep Step, ImageSource Source)
{
    /// <summary>What the build came to; null until it has run.</summary>
    public BuildOutcome? Outcome { get; set; }

    /// <summary>Its image; null until it is weighed.</summary>
    public MeasuredImage? Image { get; set; }
}
