namespace Nuke.DockerSlim.Building;

/// <summary>A stretch of time.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended; not before <paramref name="Start" />.</param>
public readonly record struct Interval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Time covered by at least one of the intervals.</summary>
    /// <param name="intervals">Intervals in any order; they may overlap.</param>
    public static TimeSpan Union(IEnumerable<Interval> intervals)
    {
        var total = TimeSpan.Zero;
        var until = DateTimeOffset.MinValue;
        foreach (var (start, end) in intervals.OrderBy(x => x.Start))
        {
            var from = start > until ? start : until;
            if (end <= from)
                continue;
            total += end - from;
            until = end;
        }
        return total;
    }
}
