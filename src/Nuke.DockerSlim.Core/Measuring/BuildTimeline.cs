using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Measuring;

/// <summary>The steps of a build and when each ran.</summary>
internal static class BuildTimeline
{
    /// <summary>Steps that are told of at most; of more, those that took the longest.</summary>
    public const int Most = 300;

    private const int LongestName = 200;

    /// <summary>The steps, in the order they began.</summary>
    /// <param name="vertices">The build's vertices.</param>
    /// <param name="line">The line that a vertex carries out; null for none.</param>
    public static IReadOnlyList<TimedStep> Of(IReadOnlyList<Vertex> vertices, Func<Vertex, int?> line)
    {
        var ran = vertices
            .Where(x => x.Intervals.Count > 0)
            // Of two equal vertices the one that ran counts, not the one that was given up for it.
            .GroupBy(x => x.Name)
            .Select(x => x.OrderBy(y => y.Cached).ThenByDescending(y => y.Duration).First())
            .ToArray();
        if (ran.Length == 0)
            return [];
        var begin = ran.Min(Start);
        var last = ran.Where(x => line(x) is not null).MaxBy(CriticalPath.End);
        var critical = CriticalPath.Back(vertices, last).Select(x => x.Name).ToHashSet();
        return
        [
            .. ran.OrderByDescending(x => x.Duration)
                .Take(Most)
                .OrderBy(x => Milliseconds(Start(x) - begin))
                // Results from the cache are told within a moment, in any order.
                .ThenBy(x => x.Cached ? line(x) : 0)
                .ThenBy(CriticalPath.End)
                .Select(x => new TimedStep
                {
                    Name = ShortText.Of(x.Name, LongestName),
                    Kind = x.Kind,
                    Line = line(x),
                    FromMilliseconds = Milliseconds(Start(x) - begin),
                    ToMilliseconds = Milliseconds(CriticalPath.End(x) - begin),
                    Cached = x.Cached,
                    // The image is made once all steps are through, and the client waits for it.
                    IsCritical = critical.Contains(x.Name) || x.Kind == VertexKind.Export,
                }),
        ];
    }

    private static DateTimeOffset Start(Vertex vertex) => vertex.Intervals.Min(x => x.Start);

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
