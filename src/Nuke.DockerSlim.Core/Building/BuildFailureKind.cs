namespace Nuke.DockerSlim.Building;

/// <summary>Why a build failed.</summary>
public enum BuildFailureKind
{
    /// <summary>A step of the Dockerfile failed.</summary>
    Step,

    /// <summary>The Dockerfile cannot be read: syntax, an unknown stage, no instructions.</summary>
    Dockerfile,

    /// <summary>A base image cannot be resolved.</summary>
    BaseImage,

    /// <summary>The frontend that the Dockerfile's <c># syntax=</c> line names cannot be resolved.</summary>
    Frontend,

    /// <summary>The engine's disk is full.</summary>
    DiskFull,

    /// <summary>The engine or the builder went away, or refused.</summary>
    Engine,

    /// <summary>The cache could not be written.</summary>
    Cache,
}
