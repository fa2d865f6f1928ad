using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class MoreRoundsTests
{
    private static readonly BuildFacts Builds = new()
    {
        Cold = Samples.Timed(61_000),
        Warm = Samples.Timed(5_000),
        Edited = Samples.Timed(20_000),
    };

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [InlineData(40, true)]
    [InlineData(30, false)]
    public void Only_a_figure_that_is_near_its_limit_is_worth_more(int seconds, bool isWorthIt)
    {
        var wanted = MoreRounds.Of(new() { ColdBuild = TimeSpan.FromSeconds(seconds) }, Builds, before: null);

        Assert.Equal(isWorthIt ? [BuildScenario.Cold] : [], wanted);
    }

    [Fact]
    public void Three_rounds_that_are_over_it_are_enough()
    {
        var cold = new long[] { 61_000, 61_100, 60_900 }
            .Select(x => Samples.Timed(x))
            .Aggregate((TimedBuild?)null, BuildRounds.Add);

        Assert.Empty(MoreRounds.Of(new() { ColdBuild = TimeSpan.FromSeconds(40) }, new() { Cold = cold }, before: null));
    }

    [Fact]
    public void So_is_growth_that_the_noise_may_explain()
    {
        var before = Builds with { Edited = Samples.Timed(18_000), Cold = Samples.Timed(30_000) };

        // The cold build took twice the time; a single round says nothing of that either.
        Assert.Equal([BuildScenario.Cold, BuildScenario.Edited], MoreRounds.Of(new() { TimeGrowth = 5.Percent }, Builds, before));
        Assert.Empty(MoreRounds.Of(new() { TimeGrowth = 5.Percent }, Builds, before: null));
        Assert.Empty(MoreRounds.Of(new(), Builds, before));
    }
}
