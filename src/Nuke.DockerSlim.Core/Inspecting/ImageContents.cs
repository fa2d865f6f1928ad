using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Puts what is in an image into figures. Definitions: docs/measuring.md, contents.</summary>
internal static class ImageContents
{
    private const int Most = 20;
    private const int MostDuplicates = 10;

    // Below it a duplicate is not worth a line of the report.
    private const int SmallestDuplicate = 4_096;

    /// <summary>The figures.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="sources">Where each layer comes from, the lowest first.</param>
    /// <param name="gap">Why not everything could be looked at; null when it could.</param>
    public static ContentsFacts Facts(ImageTree tree, IReadOnlyList<LayerSource> sources, string? gap)
    {
        var files = tree.Files().ToArray();
        var live = files.Select(x => x.Node.Content!).Distinct().Sum(x => x.Bytes);
        var wasted = tree.Lost.Sum(x => x.Content.Bytes);
        return new ContentsFacts
        {
            Files = files.Length,
            Live = new ByteSize(live),
            Wasted = new ByteSize(wasted),
            Efficiency = live + wasted == 0 ? 1 : Math.Round((double)live / (live + wasted), 4),
            Waste = Waste(tree, sources),
            Largest =
            [
                .. files
                    .DistinctBy(x => x.Node.Content)
                    .OrderByDescending(x => x.Node.Content!.Bytes)
                    .ThenBy(x => x.Path, StringComparer.Ordinal)
                    .Take(Most)
                    .Select(x => File(ShownPath.Of(x.Path), x.Node.Content!.Bytes, x.Node.Content.Layer, sources)),
            ],
            Folders = LargeFolders.Find(tree.Root, Most, (path, bytes, layer) => File(path, bytes, layer, sources)),
            Duplicates = Duplicates(files),
            Paths = PathSizes.Find(tree.Root, ContentsFacts.MostPaths, (path, bytes, layer) => File(path, bytes, layer, sources)),
            Gap = gap,
        };
    }

    private static FileFacts File(string path, long bytes, int layer, IReadOnlyList<LayerSource> sources) =>
        new()
        {
            Path = path,
            Content = new ByteSize(bytes),
            Layer = layer,
            Line = sources[layer].Line,
        };

    // A folder that is removed as a whole is one entry.
    private static IReadOnlyList<WasteFacts> Waste(ImageTree tree, IReadOnlyList<LayerSource> sources) =>
        [
            .. tree
                .Lost.GroupBy(x => (x.Root, x.By, x.Why))
                .Select(x => (x.Key, Bytes: x.Sum(y => y.Content.Bytes), Lost: x.ToArray()))
                .Where(x => x.Bytes > 0)
                .OrderByDescending(x => x.Bytes)
                .ThenBy(x => x.Key.Root, StringComparer.Ordinal)
                .Take(Most)
                .Select(x => new WasteFacts
                {
                    Path = ShownPath.Of(x.Key.Root, isFolder: x.Lost.Any(y => y.Content.Path != x.Key.Root)),
                    Content = new ByteSize(x.Bytes),
                    Layers = [.. x.Lost.Select(y => y.Content.Layer).Distinct().Order(), x.Key.By],
                    Why = x.Key.Why switch
                    {
                        WasteReason.Overwritten => "overwritten",
                        WasteReason.CopiedAgain => "copiedAgain",
                        WasteReason.Removed => "removed",
                        WasteReason.Hidden => "hidden",
                        _ => "replaced",
                    },
                    Line = sources[x.Lost.GroupBy(y => y.Content.Layer).MaxBy(y => y.Sum(z => z.Content.Bytes))!.Key].Line,
                    ByLine = sources[x.Key.By].Line,
                }),
        ];

    private static IReadOnlyList<DuplicateFacts> Duplicates((string Path, TreeNode Node)[] files) =>
        [
            .. files
                .Where(x => x.Node.Content is { Bytes: >= SmallestDuplicate, Fingerprint: not null })
                .DistinctBy(x => x.Node.Content)
                .GroupBy(x => (x.Node.Content!.Bytes, x.Node.Content.Fingerprint))
                .Select(x => (x.Key.Bytes, Paths: x.Select(y => y.Path).Order(StringComparer.Ordinal).ToArray()))
                .Where(x => x.Paths.Length > 1)
                .OrderByDescending(x => x.Bytes * (x.Paths.Length - 1))
                .ThenBy(x => x.Paths[0], StringComparer.Ordinal)
                .Take(MostDuplicates)
                .Select(x => new DuplicateFacts
                {
                    Content = new ByteSize(x.Bytes),
                    Copies = x.Paths.Length,
                    Paths = [.. x.Paths.Take(5).Select(y => ShownPath.Of(y))],
                }),
        ];
}
