using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>Holds the files of one image against those of another. Definitions: docs/measuring.md, "Two images".</summary>
internal static class TreeComparison
{
    /// <summary>The files that differ: a path that only one has, or whose content is another. Hard links count under the first of their names.</summary>
    /// <param name="now">The files of the measured image.</param>
    /// <param name="before">The files of the other.</param>
    public static IReadOnlyList<FileChange> Changes(ImageTree now, ImageTree before) => Changes(Contents(now), Contents(before));

    /// <summary>What changes come to, as far as the trees tell it.</summary>
    /// <param name="now">The files of the measured image.</param>
    /// <param name="before">The files of the other.</param>
    /// <param name="lineOf">The Dockerfile line of a layer of the measured image.</param>
    /// <param name="brought">What is known of its layers.</param>
    /// <param name="gone">What is known of the layers of the other.</param>
    public static ComparisonFacts Facts(
        ImageTree now,
        ImageTree before,
        Func<int, int?> lineOf,
        Func<int, ComparedLine> brought,
        Func<int, ComparedLine> gone
    )
    {
        var (these, those) = (Contents(now), Contents(before));
        var changes = Changes(these, those);
        var (live, compared) = (these.Values.Sum(x => x.Bytes), those.Values.Sum(x => x.Bytes));
        var (paths, rest) = ChangedPaths.Of(changes, lineOf);
        return new ComparisonFacts
        {
            With = "",
            Live = new ByteSize(live),
            ComparedLive = new ByteSize(compared),
            Delta = new ByteSize(live - compared),
            Added = Sum(changes, x => x.Before is null),
            Changed = Sum(changes, x => x is { Before: not null, Now: not null }),
            Removed = new ByteSize(-Sum(changes, x => x.Now is null).Bytes),
            UnpackedDelta = default,
            Paths = paths,
            OtherDelta = new ByteSize(rest),
            Brought = Lines(changes.Select(x => x.Now), brought),
            Gone = Lines(changes.Select(x => x.Before), gone),
        };
    }

    private static IReadOnlyList<ComparedLine> Lines(IEnumerable<FileContent?> contents, Func<int, ComparedLine> line) =>
        [
            .. contents
                .OfType<FileContent>()
                .GroupBy(x => x.Layer)
                .OrderBy(x => x.Key)
                .Select(x => line(x.Key) with { Content = new ByteSize(x.Sum(y => y.Bytes)) })
                .Where(x => x.Content.Bytes > 0),
        ];

    private static ByteSize Sum(IReadOnlyList<FileChange> changes, Func<FileChange, bool> which) =>
        new(changes.Where(which).Sum(x => x.Delta));

    private static IReadOnlyList<FileChange> Changes(Dictionary<string, FileContent> these, Dictionary<string, FileContent> those) =>
        [
            .. these
                .Where(x => !those.TryGetValue(x.Key, out var old) || !IsSame(x.Value, old))
                .Select(x => new FileChange(x.Key, x.Value, those.GetValueOrDefault(x.Key))),
            .. those.Where(x => !these.ContainsKey(x.Key)).Select(x => new FileChange(x.Key, null, x.Value)),
        ];

    private static Dictionary<string, FileContent> Contents(ImageTree tree) =>
        tree.Files()
            .OrderBy(x => x.Path, StringComparer.Ordinal)
            .DistinctBy(x => x.Node.Content)
            .ToDictionary(x => x.Path, x => x.Node.Content!, StringComparer.Ordinal);

    private static bool IsSame(FileContent one, FileContent other) => one.Bytes == other.Bytes && one.Fingerprint == other.Fingerprint;
}
