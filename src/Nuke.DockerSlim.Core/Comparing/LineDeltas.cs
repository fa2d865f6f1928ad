using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>What each line of the Dockerfile adds to a change.</summary>
internal static class LineDeltas
{
    private const int Most = 50;

    /// <summary>The lines whose bytes changed, those with the most first.</summary>
    /// <param name="pairs">The lines before and after.</param>
    /// <param name="cause">Who a line's bytes are charged to.</param>
    public static IReadOnlyList<LineDelta> Of(IReadOnlyList<LinePair> pairs, Func<LinePair, ChangeCause> cause) =>
        [
            .. pairs
                .Select(x => Delta(x, cause(x)))
                .Where(x => x.LayerChange is not (null or 0))
                .OrderByDescending(x => Math.Abs(x.LayerChange ?? 0))
                .ThenBy(x => x.Line ?? int.MaxValue)
                .Take(Most),
        ];

    private static LineDelta Delta(LinePair pair, ChangeCause cause)
    {
        var (before, after) = (pair.Before, pair.After);
        var line = after ?? before!;
        return new LineDelta
        {
            Stage = line.Stage,
            Line = after?.Line,
            LineBefore = before?.Line,
            Instruction = line.Instruction,
            InstructionBefore = pair is { Before: not null, After: not null, IsUnchanged: false } ? before!.Instruction : null,
            LayerChange = Change(before?.Layer?.Bytes, after?.Layer?.Bytes),
            DownloadChange = Change(before?.Download?.Bytes, after?.Download?.Bytes),
            ColdChange = before is { Cold: { } was } && after is { Cold: { } now } ? now - was : null,
            Cause = cause,
        };
    }

    // A line that makes no layer, or is not there, brings nothing.
    private static long? Change(long? before, long? after) => before is null && after is null ? null : (after ?? 0) - (before ?? 0);
}
