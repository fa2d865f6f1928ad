using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>
/// Files and folders that grew or shrank. A report lists all of them down to a size, so that one which it does not list was at most as large as the least that it
/// does, and a change is known to within that. A folder is left out where one thing in it explains it.
/// </summary>
internal static class PathDeltas
{
    private const int Most = 20;

    // A folder says nothing new where something in it changed by nearly as much.
    private const double NearlyAll = 0.8;

    /// <summary>The paths, those with the most bytes first.</summary>
    /// <param name="before">The baseline's report.</param>
    /// <param name="after">This image's report.</param>
    public static IReadOnlyList<PathDelta> Of(ImageReport before, ImageReport after)
    {
        if (before.Contents is not { Paths: { Count: > 0 } old } || after.Contents is not { Paths: { Count: > 0 } now })
            return [];
        var (was, isNow) = (Bytes(old), Bytes(now));
        var (leastOld, leastNow) = (Least(old), Least(now));
        var lines = now.DistinctBy(x => x.Path).ToDictionary(x => x.Path, x => x.Line, StringComparer.Ordinal);
        var changes = was
            .Keys.Union(isNow.Keys, StringComparer.Ordinal)
            .Select(x => new PathDelta
            {
                Path = x,
                Before = was.TryGetValue(x, out var one) ? one : Unlisted(leastOld),
                After = isNow.TryGetValue(x, out var other) ? other : Unlisted(leastNow),
                Line = lines.GetValueOrDefault(x),
            })
            .Select(x => (Delta: x, Change: Change(x, leastOld, leastNow)))
            .Where(x => x.Change != 0)
            .ToArray();
        return
        [
            .. changes
                .Where(x => !changes.Any(y => IsBelow(y.Delta.Path, x.Delta.Path) && Explains(y.Change, x.Change)))
                .OrderByDescending(x => Math.Abs(x.Change))
                .ThenBy(x => x.Delta.Path, StringComparer.Ordinal)
                .Select(x => x.Delta)
                .Take(Most),
        ];
    }

    /// <summary>By how much a path changed at least; zero where it need not have changed at all.</summary>
    /// <param name="delta">The path.</param>
    /// <param name="leastBefore">The least that the baseline lists.</param>
    /// <param name="leastAfter">The least that this image's report lists.</param>
    private static long Change(PathDelta delta, long leastBefore, long leastAfter) =>
        delta switch
        {
            { Before: { } was, After: { } now } => now - was,
            { Before: null, After: { } now } => Math.Max(0, now - leastBefore),
            { Before: { } was, After: null } => Math.Min(0, leastAfter - was),
            _ => 0,
        };

    private static bool Explains(long below, long above) =>
        Math.Sign(below) == Math.Sign(above) && Math.Abs(below) >= Math.Abs(above) * NearlyAll;

    private static bool IsBelow(string path, string folder) =>
        folder.EndsWith('/') && path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal);

    // Where there was room for more, what is not listed is not there.
    private static long? Unlisted(long least) => least == 0 ? 0 : null;

    private static long Least(IReadOnlyList<FileFacts> listed) =>
        listed.Count < ContentsFacts.MostPaths ? 0 : listed.Min(x => x.Content.Bytes);

    private static Dictionary<string, long> Bytes(IReadOnlyList<FileFacts> listed) =>
        listed.DistinctBy(x => x.Path).ToDictionary(x => x.Path, x => x.Content.Bytes, StringComparer.Ordinal);
}
