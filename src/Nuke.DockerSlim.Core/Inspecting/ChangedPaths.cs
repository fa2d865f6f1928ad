using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Inspecting;

/// <summary>
/// Parts the files that differ into folders and files that say most about where: a folder is parted further as long as it is a large part of everything and
/// something below it a large part of it.
/// </summary>
internal static class ChangedPaths
{
    private const int Most = 20;
    private const double LargeOfAll = 0.1;
    private const double LargeOfFolder = 0.2;

    /// <summary>The paths, the most first, and the change of what is left out.</summary>
    /// <param name="changes">The files that differ.</param>
    /// <param name="lineOf">The Dockerfile line of a layer of the measured image.</param>
    public static (IReadOnlyList<ComparedPath> Paths, long Other) Of(IReadOnlyList<FileChange> changes, Func<int, int?> lineOf)
    {
        var found = new List<(string Path, bool IsFolder, FileChange[] Changes)>();
        Part("", [.. changes], changes.Sum(x => x.Moved) * LargeOfAll, found);
        var shown = found
            .Where(x => x.Changes.Any(y => y.Moved > 0))
            .OrderByDescending(x => Math.Abs(x.Changes.Sum(y => y.Delta)))
            .ThenBy(x => x.Path, StringComparer.Ordinal)
            .Take(Most)
            .Select(x => Facts(ShownPath.Of(x.Path, x.IsFolder), x.Changes, lineOf))
            .ToArray();
        return (shown, changes.Sum(x => x.Delta) - shown.Sum(x => x.Delta.Bytes));
    }

    private static void Part(string folder, FileChange[] changes, double large, List<(string, bool, FileChange[])> found)
    {
        var begin = folder.Length == 0 ? 0 : folder.Length + 1;
        foreach (var below in changes.GroupBy(x => First(x.Path, begin), StringComparer.Ordinal))
        {
            FileChange[] part = [.. below];
            // A path that is a file in one image and a folder in the other has both kinds.
            var isFile = part.All(x => x.Path.Length == below.Key.Length);
            if (!isFile && ShouldPart(below.Key, part, large) && part.All(x => x.Path.Length > below.Key.Length))
                Part(below.Key, part, large, found);
            else
                found.Add((below.Key, !isFile, part));
        }
    }

    private static bool ShouldPart(string folder, FileChange[] changes, double large)
    {
        var all = changes.Sum(x => x.Moved);
        return all > large && changes.GroupBy(x => First(x.Path, folder.Length + 1)).Any(x => x.Sum(y => y.Moved) >= all * LargeOfFolder);
    }

    private static string First(string path, int begin)
    {
        var slash = begin < path.Length ? path.IndexOf('/', begin) : -1;
        return slash < 0 ? path : path[..slash];
    }

    private static ComparedPath Facts(string path, FileChange[] changes, Func<int, int?> lineOf) =>
        new()
        {
            Path = path,
            Delta = Sum(changes),
            Added = Sum(changes.Where(x => x.Before is null)),
            Changed = Sum(changes.Where(x => x is { Before: not null, Now: not null })),
            Removed = new ByteSize(-Sum(changes.Where(x => x.Now is null)).Bytes),
            Files = changes.Length,
            Line = changes.Select(x => x.Now).OfType<FileContent>().GroupBy(x => x.Layer).MaxBy(x => x.Sum(y => y.Bytes))
                is { Key: var layer }
                ? lineOf(layer)
                : null,
        };

    private static ByteSize Sum(IEnumerable<FileChange> changes) => new(changes.Sum(x => x.Delta));
}
