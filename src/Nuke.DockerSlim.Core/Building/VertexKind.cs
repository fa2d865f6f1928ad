using System.Text.Json.Serialization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Building;

/// <summary>What a vertex does for the build.</summary>
[JsonConverter(typeof(CamelCase<VertexKind>))]
public enum VertexKind
{
    /// <summary>Something besides, such as starting a builder.</summary>
    Other,

    /// <summary>Finds out what is to be built: the Dockerfile, the ignore file, what the names of base images stand for.</summary>
    Resolve,

    /// <summary>Gets what exists already: a base image, or the result of a cached step.</summary>
    Pull,

    /// <summary>Sends a build context to the builder.</summary>
    Context,

    /// <summary>Runs an instruction of a stage.</summary>
    Run,

    /// <summary>Makes the image or another result, hands it over, or writes a cache.</summary>
    Export,
}
