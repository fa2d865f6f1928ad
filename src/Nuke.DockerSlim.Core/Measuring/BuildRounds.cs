using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Measuring;

/// <summary>One figure of several builds: noise only ever adds, so the least counts.</summary>
public static class BuildRounds
{
    /// <summary>A figure with one more round: the quickest round that counts, and all of them beside it.</summary>
    /// <param name="earlier">The figure so far; null before the first round.</param>
    /// <param name="next">The figure of the round that was run now.</param>
    public static TimedBuild Add(TimedBuild? earlier, TimedBuild next)
    {
        var round = new BuildRound(next.Milliseconds, next.Steps, next.CachedSteps, next.Void);
        if (earlier is null)
            return next with { Rounds = [round] };
        // A round that is void counts only as long as there is no other.
        var isBetter = (next.Void is null, earlier.Void is null) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => next.Milliseconds < earlier.Milliseconds,
        };
        return (isBetter ? next : earlier) with { Rounds = [.. earlier.Rounds, round] };
    }
}
