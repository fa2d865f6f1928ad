using Nuke.DockerSlim.Comparing;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Comparing;

/// <summary>What the rule says of builds whose true times are known.</summary>
public sealed class TimeRuleTests
{
    private const int Trials = 20_000;

    /// <summary>The rates of docs/baselines.md: a build of 20 s on a machine whose builds lie three percent apart.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(10, 10)]
    [InlineData(1, 5)]
    public void False_alarms_and_misses_are_rare(int before, int after)
    {
        var (alarms, _, _) = Rates(before, after, slower: 0, noise: 0.03);
        var (_, misses, _) = Rates(before, after, slower: 0.10, noise: 0.03);

        Assert.True(alarms <= 0.01, $"{alarms:P2} false alarms");
        Assert.True(misses <= 0.05, $"{misses:P2} misses");
    }

    [Fact]
    public void Five_rounds_each_see_most_of_what_matters()
    {
        var (seen, missed, unsure) = Rates(5, 5, slower: 0.10, noise: 0.03);

        Assert.True(seen > 0.8, $"{seen:P1} seen, {missed:P1} missed, {unsure:P1} inconclusive");
    }

    [Fact]
    public void A_noisier_machine_makes_it_say_less_and_not_more()
    {
        var (alarms, _, _) = Rates(5, 5, slower: 0, noise: 0.10);

        Assert.True(alarms <= 0.01, $"{alarms:P2} false alarms");
    }

    [Fact]
    public void One_round_of_each_is_not_believed_to_be_quiet()
    {
        var (alarms, _, _) = Rates(1, 1, slower: 0, noise: 0.10);

        Assert.True(alarms <= 0.001, $"{alarms:P2} false alarms");
        Assert.Equal(ChangeKind.Inconclusive, Kind([10_000], [14_000]));
    }

    [Fact]
    public void Twice_the_time_is_seen_in_a_single_round() =>
        Assert.Equal((ChangeKind.More, ChangeKind.Less), (Kind([10_000], [20_000]), Kind([20_000], [10_000])));

    [Fact]
    public void A_difference_that_nobody_waits_for_is_none() => Assert.Equal(ChangeKind.Same, Kind([100], [180]));

    [Fact]
    public void Rounds_that_are_all_over_the_place_say_nothing() =>
        Assert.Equal(ChangeKind.Inconclusive, Kind([10_000, 16_000, 12_000], [14_000, 11_000, 19_000]));

    [Fact]
    public void Equal_rounds_are_the_same_even_where_they_are_zero() => Assert.Equal(ChangeKind.Same, Kind([0, 0], [0]));

    /// <summary>The rates of docs/baselines.md for a limit of 20 s: of builds that take as long as it, and that take ten percent more.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_limit_is_seldom_said_to_be_exceeded_by_chance(int rounds)
    {
        var random = new Random(4711);
        int Over(double milliseconds) =>
            Enumerable.Range(0, Trials).Count(_ => TimeRule.IsOver(Rounds(random, rounds, milliseconds, 0.03), 20_000));

        var (alarms, seen) = ((double)Over(20_000) / Trials, (double)Over(22_000) / Trials);

        Assert.True(alarms <= 0.05, $"{alarms:P2} false alarms");
        // One round tells nothing of its noise; the run takes more by itself.
        Assert.True(rounds == 1 || seen >= 0.99, $"{seen:P2} seen");
    }

    private static ChangeKind Kind(long[] before, long[] after) => TimeRule.Judge(before, after).Kind;

    // A miss is a change that is called none; that nothing can be said is neither.
    private static (double Seen, double Missed, double Unsure) Rates(int before, int after, double slower, double noise)
    {
        var random = new Random(4711);
        var (seen, missed, unsure) = (0, 0, 0);
        for (var i = 0; i < Trials; i++)
        {
            var kind = Kind(Rounds(random, before, 20_000, noise), Rounds(random, after, 20_000 * (1 + slower), noise));
            seen += kind is ChangeKind.More or ChangeKind.Less ? 1 : 0;
            missed += kind == ChangeKind.Same ? 1 : 0;
            unsure += kind == ChangeKind.Inconclusive ? 1 : 0;
        }
        return ((double)seen / Trials, (double)missed / Trials, (double)unsure / Trials);
    }

    private static long[] Rounds(Random random, int count, double milliseconds, double noise) =>
        [.. Enumerable.Range(0, count).Select(_ => (long)(milliseconds * (1 + noise * Normal(random))))];

    // Box and Muller.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
