using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Finds the instructions that a vertex carries out: as the builder's provenance tells them, or else by the vertex's name.</summary>
internal sealed class LineFinder
{
    private const string Metadata = "[internal] load metadata for ";
    private readonly Dictionary<string, IReadOnlyList<int>> _byId;
    private readonly Dictionary<string, IReadOnlyList<int>> _byName = [];
    private readonly List<(string Image, IReadOnlyList<int> Lines)> _images = [];

    /// <summary>Prepares the finding.</summary>
    /// <param name="outcome">The build.</param>
    /// <param name="dockerfile">Its Dockerfile.</param>
    /// <param name="needed">The stages that were built.</param>
    public LineFinder(BuildOutcome outcome, Dockerfile dockerfile, IReadOnlyList<BuildStage> needed)
    {
        var vertices = outcome.Trace.Vertices;
        IsInferred = outcome.Metadata.VertexRanges.Count == 0;
        _byId = IsInferred
            ? VertexNames.Lines(vertices, dockerfile, needed)
            : outcome.Metadata.VertexRanges.ToDictionary(x => x.Key, x => (IReadOnlyList<int>)[.. x.Value.Select(range => range.First)]);
        // Where BuildKit finds two vertices to be the same, the one that ran may not be the one that the provenance names; their names are the same.
        foreach (var vertex in vertices)
            if (_byId.TryGetValue(vertex.Id, out var lines))
            {
                _byName.TryAdd(vertex.Name, lines);
                if (VertexNames.Image(vertex) is { } image)
                    _images.Add((image, lines));
            }
    }

    /// <summary>Whether lines are found by names only.</summary>
    public bool IsInferred { get; }

    /// <summary>First lines of the vertex's instructions, in the Dockerfile's order; none for what belongs to no line.</summary>
    /// <param name="vertex">The vertex.</param>
    public IReadOnlyList<int> Lines(Vertex vertex)
    {
        if (_byId.TryGetValue(vertex.Id, out var lines) || _byName.TryGetValue(vertex.Name, out lines))
            return lines;
        // Asking for an image's metadata is a vertex of its own, without a line: it is part of taking the image.
        return vertex.Name.StartsWith(Metadata, StringComparison.Ordinal)
            ? _images.FirstOrDefault(x => x.Image == vertex.Name[Metadata.Length..]).Lines ?? []
            : [];
    }
}
