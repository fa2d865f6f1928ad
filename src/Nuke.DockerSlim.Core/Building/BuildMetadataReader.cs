using System.Text.Json;
using Nuke.DockerSlim.Values;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Building;

/// <summary>
/// Reads buildx's metadata file. With <c>BUILDX_METADATA_PROVENANCE=max</c> it holds BuildKit's provenance, which maps steps to Dockerfile lines and to the chain of layers that each step ends with.
/// </summary>
public static class BuildMetadataReader
{
    /// <summary>Reads the file's text; what cannot be read is empty: the build itself was good, and its lines are inferred then.</summary>
    /// <param name="json">The text; null when the builder wrote none.</param>
    public static BuildMetadata ReadOrEmpty(string? json)
    {
        try
        {
            return json is null ? BuildMetadata.Empty : Read(json);
        }
        catch (JsonException)
        {
            return BuildMetadata.Empty;
        }
    }

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The text; what is missing in it is missing in the result.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static BuildMetadata Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var metadata = new BuildMetadata
        {
            ImageDigest = Digest.TryParse(Text(root, "containerimage.digest")),
            ConfigDigest = Digest.TryParse(Text(root, "containerimage.config.digest")),
        };
        // Of a build for several platforms: the Dockerfile is the same, the vertices are not.
        var provenances = ProvenanceDocument.In(root).Where(x => x.HasFacts).Select(x => new Provenance(x)).ToArray();
        if (provenances.Length == 0)
            return metadata;
        var ranges = provenances.SelectMany(x => x.VertexRanges).DistinctBy(x => x.Vertex).ToDictionary(x => x.Vertex, x => x.Ranges);
        return metadata with
        {
            VertexRanges = ranges,
            // A base named by several FROM lines has several locations; the last line is the one nearest to production.
            VertexLines = ranges.ToDictionary(x => x.Key, x => x.Value.Max(range => range.First)),
            LayerOrigins = provenances.Length == 1 ? provenances[0].LayerOrigins() : [],
            Dockerfile = provenances[0].Dockerfile,
            Stage = provenances[0].Stage,
            Revision = ProvenanceDocument.In(root).Select(x => x.Revision).FirstOrDefault(x => x is not null),
        };
    }
}
