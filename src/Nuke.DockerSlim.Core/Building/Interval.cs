namespace Nuke.DockerSlim.Building;

/// <summary>A stretch of time.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended; not before <paramref name="Start" />.</param>
public readonly record struct Interval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>What of it lies behind a time; nothing is left of one that ended before.</summary>
    /// <param name="begin">The time.</param>
    public Interval Since(DateTimeOffset begin) => new(Start > begin ? Start : begin, End > begin ? End : begin);

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
