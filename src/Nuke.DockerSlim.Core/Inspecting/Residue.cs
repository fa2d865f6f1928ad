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
    public static IReadOnlyList<ResidueFacts> Find(ImageTree tree, IReadOnlyList<LayerSource> sources)
    {
        var places = new Dictionary<(ResidueKind Kind, string Path), Place>();
        foreach (var (path, node) in tree.Files().DistinctBy(x => x.Node.Content))
        {
            var names = path.Split('/');
            foreach (var kind in ResidueKinds.All)
            {
                if (kind.Depth(names) is not (> 0 and var depth))
                    continue;
                var root = string.Join('/', names[..depth]);
                if (!places.TryGetValue((kind, root), out var place))
                    places[(kind, root)] = place = new Place { IsFolder = depth < names.Length };
                place.Files++;
                place.ByLayer[node.Content!.Layer] = place.ByLayer.GetValueOrDefault(node.Content.Layer) + node.Content.Bytes;
                break;
            }
        }
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

    private sealed class Place
    {
        public bool IsFolder { get; init; }

        public int Files { get; set; }

        public Dictionary<int, long> ByLayer { get; } = [];
    }
}
