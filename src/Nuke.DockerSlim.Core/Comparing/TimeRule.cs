using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Comparing;

/// <summary>
/// Whether builds became slower or quicker, judged by all their rounds: the means of the logarithms are compared (Welch's question with one common noise),
/// the noise is the rounds' own, drawn towards what build machines commonly have as long as there are few rounds; with one or two it is not known. A change is told only where chance would
/// show it once in a thousand times; "the same" only where a change of ten percent would have shown in nineteen of twenty. Else nothing is said. Derivation,
/// and the rates that a simulation finds: docs/baselines.md.
/// </summary>
internal static class TimeRule
{
    /// <summary>A change that matters, as a part: what the rule has to see.</summary>
    public const double Relevant = 0.10;

    /// <summary>A difference that nobody waits for, in milliseconds; it is never told as a change.</summary>
    public const double Negligible = 200;

    // Of builds on a machine that does nothing else; weighs as much as nine rounds would.
    private const double CommonNoise = 0.03;
    private const double CommonWeight = 8;

    // Of a build that was timed once or twice nothing is known: on a busy machine one in ten is off by as much, and some by a half.
    private const double UnknownNoise = 0.10;
    private const int FewestRounds = 3;

    // One in a thousand, and one in twenty, of a normal distribution.
    private const double Certain = 3.090;
    private const double Likely = 1.645;

    /// <summary>Judges rounds.</summary>
    /// <param name="before">The baseline's rounds that count, in milliseconds; at least one.</param>
    /// <param name="after">This image's; at least one.</param>
    public static TimeVerdict Judge(IReadOnlyList<long> before, IReadOnlyList<long> after)
    {
        var (old, now) = (Logarithms(before), Logarithms(after));
        var (oldMean, nowMean) = (old.Average(), now.Average());
        var (noise, freedom) = Noise(
            old.Sum(x => Square(x - oldMean)) + now.Sum(x => Square(x - nowMean)),
            old.Length + now.Length - 2,
            Math.Min(old.Length, now.Length)
        );
        var error = noise * Math.Sqrt(1.0 / old.Length + 1.0 / now.Length);
        var change = nowMean - oldMean;
        var most = Math.Abs(change) + Quantile(Likely, freedom) * error;
        var length = Math.Exp(oldMean);
        var isSeen = Math.Abs(change) > Quantile(Certain, freedom) * error;
        var matters = Math.Abs(Math.Exp(change) - 1) * length >= Negligible;
        var couldMatter = Math.Exp(most) - 1 >= Relevant && (Math.Exp(most) - 1) * length >= Negligible;
        var kind =
            isSeen && matters ? (change > 0 ? ChangeKind.More : ChangeKind.Less)
            : couldMatter ? ChangeKind.Inconclusive
            : ChangeKind.Same;
        return new TimeVerdict(kind, Math.Exp(change) - 1, noise);
    }

    /// <summary>
    /// Whether builds take longer than a limit, beyond what their noise would show once in twenty times of builds that take just as long as it.
    /// </summary>
    /// <param name="rounds">The rounds that count, in milliseconds; at least one.</param>
    /// <param name="limit">The limit, in milliseconds.</param>
    public static bool IsOver(IReadOnlyList<long> rounds, long limit)
    {
        var taken = Logarithms(rounds);
        var mean = taken.Average();
        var (noise, freedom) = Noise(taken.Sum(x => Square(x - mean)), taken.Length - 1, taken.Length);
        return mean - Quantile(Likely, freedom) * noise / Math.Sqrt(taken.Length) > Math.Log(Math.Max(1, limit));
    }

    // What is common elsewhere does not make a noisier machine quieter, and few rounds do not make it a known one.
    private static (double Noise, double Freedom) Noise(double squares, int ownFreedom, int fewestRounds)
    {
        var freedom = ownFreedom + CommonWeight;
        var own = ownFreedom > 0 ? squares / ownFreedom : 0;
        var noise = Math.Sqrt(Math.Max((squares + CommonWeight * Square(CommonNoise)) / freedom, own));
        return (fewestRounds < FewestRounds ? Math.Max(noise, UnknownNoise) : noise, freedom);
    }

    private static double[] Logarithms(IReadOnlyList<long> rounds) => [.. rounds.Select(x => Math.Log(Math.Max(1, x)))];

    // Cornish and Fisher's expansion of Student's quantile about the normal one; good to a thousandth from eight degrees of freedom on.
    private static double Quantile(double z, double freedom) =>
        z
        + (Math.Pow(z, 3) + z) / (4 * freedom)
        + (5 * Math.Pow(z, 5) + 16 * Math.Pow(z, 3) + 3 * z) / (96 * Square(freedom))
        + (3 * Math.Pow(z, 7) + 19 * Math.Pow(z, 5) + 17 * Math.Pow(z, 3) - 15 * z) / (384 * Math.Pow(freedom, 3));

    private static double Square(double x) => x * x;
}
