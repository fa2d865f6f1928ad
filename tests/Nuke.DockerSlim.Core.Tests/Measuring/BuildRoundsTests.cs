using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Measuring;

public sealed class BuildRoundsTests
{
    [Fact]
    public void The_least_counts_and_all_are_kept()
    {
        var figure = Rounds(Samples.Timed(30), Samples.Timed(10), Samples.Timed(20));
        Assert.Equal((10, null), (figure.Milliseconds, figure.Void));
        Assert.Equal([30, 10, 20], figure.Rounds.Select(x => x.Milliseconds));
    }

    [Fact]
    public void A_void_round_does_not_count_however_quick_it_was()
    {
        var figure = Rounds(Samples.Timed(5, "why"), Samples.Timed(30), Samples.Timed(4, "why"), Samples.Timed(20));
        Assert.Equal((20, null), (figure.Milliseconds, figure.Void));
        Assert.Equal(["why", null, "why", null], figure.Rounds.Select(x => x.Void));
    }

    [Fact]
    public void Where_all_are_void_the_figure_is()
    {
        var figure = Rounds(Samples.Timed(5, "first"), Samples.Timed(4, "second"));
        Assert.Equal((4, "second"), (figure.Milliseconds, figure.Void));
    }

    [Fact]
    public void A_single_round_is_a_round() => Assert.Equal([new BuildRound(7, 9, 0, null)], Rounds(Samples.Timed(7)).Rounds);

    private static TimedBuild Rounds(params TimedBuild[] rounds) => rounds.Aggregate((TimedBuild?)null, BuildRounds.Add)!;
}
