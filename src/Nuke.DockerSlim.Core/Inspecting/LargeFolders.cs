using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Finds the folders that say most about where the bytes are.</summary>
internal static class LargeFolders
{
    // A folder that holds nearly all of its parent says the same more exactly.
    private const double NearlyAll = 0.8;

    /// <summary>The largest folders; one is left out where a folder below it holds nearly all of it.</summary>
    /// <param name="root">The uppermost folder.</param>
    /// <param name="most">How many.</param>
    /// <param name="make">Makes the entry of a folder: its path as shown, its bytes, the layer that brought most of them.</param>
    public static IReadOnlyList<FileFacts> Find(TreeNode root, int most, Func<string, long, int, FileFacts> make)
    {
        var found = new List<(string Path, long Bytes, int Layer)>();
        Weigh("", root, found);
        return
        [
            .. found
                .OrderByDescending(x => x.Bytes)
                .ThenBy(x => x.Path, StringComparer.Ordinal)
                .Take(most)
                .Select(x => make(ShownPath.Of(x.Path, isFolder: true), x.Bytes, x.Layer)),
        ];
    }

    private static Dictionary<int, long> Weigh(string path, TreeNode folder, List<(string, long, int)> found)
    {
        var byLayer = new Dictionary<int, long>();
        var largestBelow = 0L;
        foreach (var (name, child) in folder.Children ?? [])
        {
            if (child.Content is { } content)
                byLayer[content.Layer] = byLayer.GetValueOrDefault(content.Layer) + content.Bytes;
            if (child.Children is null)
                continue;
            var below = Weigh(path.Length == 0 ? name : $"{path}/{name}", child, found);
            largestBelow = Math.Max(largestBelow, below.Values.Sum());
            foreach (var (layer, bytes) in below)
                byLayer[layer] = byLayer.GetValueOrDefault(layer) + bytes;
        }
        var all = byLayer.Values.Sum();
        if (path.Length > 0 && all > 0 && largestBelow < all * NearlyAll)
            found.Add((path, all, byLayer.MaxBy(x => x.Value).Key));
        return byLayer;
    }
}
