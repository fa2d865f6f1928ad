using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Building;

/// <summary>What buildx wrote into its <c>--metadata-file</c>.</summary>
public sealed record BuildMetadata
{
    /// <summary>Metadata of a build that wrote none.</summary>
    public static BuildMetadata Empty { get; } = new();

    /// <summary>What the builder says the image's digest is; on the classic store it is the config's. Null when no image was made.</summary>
    public Digest? ImageDigest { get; init; }

    /// <summary>The image config's digest; null where the builder does not say it.</summary>
    public Digest? ConfigDigest { get; init; }

    /// <summary>The origins of the image's layers, the lowest first; empty when the builder wrote no provenance.</summary>
    public IReadOnlyList<LayerOrigin> LayerOrigins { get; init; } = [];

    /// <summary>The Dockerfile line of each vertex, by the vertex's digest; only vertices that have one.</summary>
    public IReadOnlyDictionary<string, int> VertexLines { get; init; } = new Dictionary<string, int>();
}
