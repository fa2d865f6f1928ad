namespace Nuke.DockerSlim.Planning;

/// <summary>What a build is run for.</summary>
public enum BuildScenario
{
    /// <summary>The production stage without layer cache and with empty cache mounts; base images are present.</summary>
    Cold,

    /// <summary>The production stage again, nothing changed.</summary>
    Warm,

    /// <summary>The production stage after one source file changed.</summary>
    Edited,

    /// <summary>The production stage after one lock or manifest file changed.</summary>
    DependencyEdited,

    /// <summary>The production stage from a copy of the build context, before the first edit: so that later transfers hold only what was edited.</summary>
    Priming,

    /// <summary>The test stage, from whatever the cache holds.</summary>
    Test,

    /// <summary>The production stage from whatever the cache holds: makes the image where no scenario did.</summary>
    Release,

    /// <summary>The production stage from the cache, once its builds are done: writes the cache to where the definition has it, and makes no image.</summary>
    CacheExport,

    /// <summary>The production stage in a builder that holds nothing, from the caches that the definition reads: what a fresh machine of a pipeline does.</summary>
    Ci,
}
