using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Bytes that move for a step: layers of a base image, the build context.</summary>
/// <param name="Current">Bytes so far.</param>
/// <param name="Total">Bytes in all, as far as is known yet; null: unknown.</param>
internal readonly record struct LiveTransfer(ByteSize Current, ByteSize? Total)
{
    /// <summary>How much of it is done, from 0 to 1; null: unknown.</summary>
    public double? Part => Total is { Bytes: > 0 } total ? Math.Clamp((double)Current.Bytes / total.Bytes, 0, 1) : null;

    /// <summary>For people: <c>53.0 MB of 61.0 MB</c>, or what moved so far.</summary>
    public string Text => Total is { } total && Current < total ? $"{Current.Text} of {total.Text}" : Current.Text;

    /// <summary>What some progress comes to.</summary>
    /// <param name="statuses">The progress of one vertex.</param>
    /// <returns>Null: no bytes move.</returns>
    public static LiveTransfer? Of(IEnumerable<ProgressEvent.StatusChanged> statuses)
    {
        var (current, total, isKnown, moves) = (0L, 0L, true, false);
        foreach (var status in statuses.Where(x => x.Current > 0 || x.Total > 0))
        {
            moves = true;
            isKnown &= status.Total > 0;
            // Totals come from a registry, and sums of what it says need not fit.
            current = Sum(current, status.Current);
            total = Sum(total, status.Total);
        }
        return moves ? new(new ByteSize(current), isKnown ? new ByteSize(total) : null) : null;
    }

    private static long Sum(long sum, long more) => sum > long.MaxValue - Math.Max(0, more) ? long.MaxValue : sum + Math.Max(0, more);
}
