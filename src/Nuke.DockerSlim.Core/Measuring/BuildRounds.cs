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
        IReadOnlyList<BuildRound> rounds = [.. earlier.Rounds, round];
        var figure = (isBetter ? next : earlier) with { Rounds = rounds };
        return figure with { NoisePercent = Noise(figure.CountingRounds()) };
    }

    // The standard deviation of the logarithms: what is a part of the time, whatever its length.
    private static double? Noise(IReadOnlyList<long> rounds)
    {
        if (rounds.Count < 2)
            return null;
        double[] logarithms = [.. rounds.Select(x => Math.Log(Math.Max(1, x)))];
        var mean = logarithms.Average();
        return Math.Round(100 * Math.Sqrt(logarithms.Sum(x => (x - mean) * (x - mean)) / (rounds.Count - 1)), 1);
    }
}
