using Nuke.DockerSlim.Dockerfiles;
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

    /// <summary>The commit of the build context's repository, with <c>-dirty</c> where files were changed; null: there is none, or it is not told.</summary>
    public string? Revision { get; init; }

    /// <summary>The origins of the image's layers, the lowest first; empty when the builder wrote no provenance, or none that tells them.</summary>
    public IReadOnlyList<LayerOrigin> LayerOrigins { get; init; } = [];

    /// <summary>The Dockerfile line of each vertex, by the vertex's digest; only vertices that have one.</summary>
    public IReadOnlyDictionary<string, int> VertexLines { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The instructions that each vertex carries out, by the vertex's digest: more than one where stages say the same on the same ground. Only vertices
    /// that have one; empty when the builder wrote no provenance.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LineRange>> VertexRanges { get; init; } =
        new Dictionary<string, IReadOnlyList<LineRange>>();

    /// <summary>The Dockerfile that was built, as the builder read it; null when the builder wrote no provenance.</summary>
    public Dockerfile? Dockerfile { get; init; }

    /// <summary>The stage that was asked for; null when none was, which means the last, or when the builder wrote no provenance.</summary>
    public string? Stage { get; init; }
}
