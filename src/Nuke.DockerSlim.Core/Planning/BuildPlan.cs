namespace Nuke.DockerSlim.Planning;

/// <summary>The builds of one image, in the order they run.</summary>
/// <param name="Production">Cold and warm builds of the production stage, or one release build where no scenario makes the image.</param>
/// <param name="Test">The build of the test stage; null when there is none and that is allowed.</param>
public sealed record BuildPlan(IReadOnlyList<BuildStep> Production, BuildStep? Test)
{
    /// <summary>The build that writes the cache, behind the production builds; null where none is written beside the image.</summary>
    public BuildStep? CacheExport { get; init; }

    /// <summary>The build in a builder that holds nothing, behind all others; null where it is not timed.</summary>
    public BuildStep? Ci { get; init; }
}
