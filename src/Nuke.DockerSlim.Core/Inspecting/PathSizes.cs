using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// The largest files and folders of an image, all of them down to a size: what is not among them is smaller than the least, so that two images can be held
/// against each other by path without the images.
/// </summary>
internal static class PathSizes
{
    /// <summary>The largest, in the order of their size.</summary>
    /// <param name="root">The uppermost folder.</param>
    /// <param name="most">How many.</param>
    /// <param name="make">Makes an entry: its path as shown, its bytes, the layer that brought most of them.</param>
    public static IReadOnlyList<FileFacts> Find(TreeNode root, int most, Func<string, long, int, FileFacts> make)
    {
        // The least of them on top, so that it goes when a larger one comes.
        var largest = new PriorityQueue<(string Path, long Bytes, int Layer), (long, string)>(
            Comparer<(long Bytes, string Path)>.Create(
                (x, y) => x.Bytes != y.Bytes ? x.Bytes.CompareTo(y.Bytes) : StringComparer.Ordinal.Compare(y.Path, x.Path)
            )
        );
        Weigh("", root, new HashSet<FileContent>(), Add);
        return
        [
            .. largest
                .UnorderedItems.Select(x => x.Element)
                .OrderByDescending(x => x.Bytes)
                .ThenBy(x => x.Path, StringComparer.Ordinal)
                .Select(x => make(x.Path, x.Bytes, x.Layer)),
        ];

        void Add(string path, bool isFolder, long bytes, int layer)
        {
            if (bytes == 0 || (largest.Count == most && bytes < largest.Peek().Bytes))
                return;
            var shown = ShownPath.Of(path, isFolder);
            largest.Enqueue((shown, bytes, layer), (bytes, shown));
            if (largest.Count > most)
                largest.Dequeue();
        }
    }

    // Of several names of one content the first bears it, as the layers hold it once.
    private static Dictionary<int, long> Weigh(string path, TreeNode folder, HashSet<FileContent> seen, Action<string, bool, long, int> add)
    {
        var byLayer = new Dictionary<int, long>();
        foreach (var (name, child) in folder.Children ?? [])
        {
            var below = path.Length == 0 ? name : $"{path}/{name}";
            if (child.Content is { } content && seen.Add(content))
            {
                add(below, false, content.Bytes, content.Layer);
                byLayer[content.Layer] = byLayer.GetValueOrDefault(content.Layer) + content.Bytes;
            }
            if (child.Children is null)
                continue;
            var inside = Weigh(below, child, seen, add);
            foreach (var (layer, bytes) in inside)
                byLayer[layer] = byLayer.GetValueOrDefault(layer) + bytes;
            if (inside.Count > 0)
                add(below, true, inside.Values.Sum(), inside.MaxBy(x => x.Value).Key);
        }
        return byLayer;
    }
}
