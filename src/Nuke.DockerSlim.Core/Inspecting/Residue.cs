using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Finds what a service does not need to run.</summary>
internal static class Residue
{
    private const int Most = 50;

    /// <summary>The residue of an image, the most bytes first; hard links count once.</summary>
    /// <param name="tree">Its files.</param>
    /// <param name="sources">Where each layer comes from, the lowest first.</param>
    /// <param name="claims">What is residue for other reasons than its path; null for nothing.</param>
    public static IReadOnlyList<ResidueFacts> Find(ImageTree tree, IReadOnlyList<LayerSource> sources, ResidueClaims? claims = null)
    {
        var places = new Dictionary<(ResidueKind Kind, string Path), Place>();
        foreach (var (path, node) in tree.Files().DistinctBy(x => x.Node.Content))
            if (claims is not null && claims.Whole.TryGetValue(node.Content!, out var whole))
                Add(places, whole.Kind, whole.Place, isFolder: true, node.Content!, node.Content!.Bytes);
            else if (ByPath(path) is var (kind, root))
                Add(places, kind, root, isFolder: root.Length < path.Length, node.Content!, node.Content!.Bytes);
            else if (claims is not null && claims.Part.TryGetValue(node.Content!, out var part))
                Add(places, part.Kind, path, isFolder: false, node.Content!, part.Bytes);
        return
        [
            .. places
                .Select(x =>
                    (
                        x.Key.Kind,
                        x.Key.Path,
                        Place: x.Value,
                        Bytes: x.Value.ByLayer.Values.Sum(),
                        Layer: x.Value.ByLayer.MaxBy(y => y.Value).Key
                    )
                )
                .Where(x => x.Bytes > 0)
                .OrderByDescending(x => x.Bytes)
                .ThenBy(x => x.Path, StringComparer.Ordinal)
                .Take(Most)
                .Select(x => new ResidueFacts
                {
                    Kind = x.Kind.Name,
                    Path = ShownPath.Of(x.Path, x.Place.IsFolder),
                    Content = new ByteSize(x.Bytes),
                    Files = x.Place.Files,
                    Line = sources[x.Layer].Line,
                    FromBase = sources[x.Layer].FromBase,
                    Fix = x.Kind.Fix,
                }),
        ];
    }

    private static (ResidueKind Kind, string Root)? ByPath(string path)
    {
        var names = path.Split('/');
        foreach (var kind in ResidueKinds.All)
            if (kind.Depth(names) is > 0 and var depth)
                return (kind, string.Join('/', names[..depth]));
        return null;
    }

    private static void Add(
        Dictionary<(ResidueKind Kind, string Path), Place> places,
        ResidueKind kind,
        string root,
        bool isFolder,
        FileContent content,
        long bytes
    )
    {
        if (!places.TryGetValue((kind, root), out var place))
            places[(kind, root)] = place = new Place { IsFolder = isFolder };
        place.Files++;
        place.ByLayer[content.Layer] = place.ByLayer.GetValueOrDefault(content.Layer) + bytes;
    }

    private sealed class Place
    {
        public bool IsFolder { get; init; }

        public int Files { get; set; }

        public Dictionary<int, long> ByLayer { get; } = [];
    }
}
