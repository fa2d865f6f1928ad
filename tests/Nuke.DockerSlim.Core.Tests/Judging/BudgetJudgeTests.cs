using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Judging;

public sealed class BudgetJudgeTests
{
    private static readonly ImageBudget Budget = new()
    {
        DownloadSize = 80.MB,
        UnpackedSize = 200.MB,
        ColdBuild = TimeSpan.FromMinutes(4),
        WarmBuild = TimeSpan.FromSeconds(5),
        EditedBuild = TimeSpan.FromSeconds(9),
    };

    private static readonly BuildFacts Builds = new()
    {
        Cold = Samples.Timed(240_000),
        Warm = Samples.Timed(5_000),
        Edited = Samples.Timed(9_000),
    };

    [Fact]
    public void A_figure_equal_to_its_limit_is_within_it()
    {
        var verdicts = BudgetJudge.Judge(Budget, Samples.Sizes(80_000_000, 200_000_000), Builds);
        Assert.Equal(["DownloadSize", "UnpackedSize", "ColdBuild", "WarmBuild", "EditedBuild"], verdicts.Select(x => x.Name));
        Assert.All(verdicts, x => Assert.Equal(Verdict.Within, x.Verdict));
        Assert.All(verdicts, x => Assert.False(BudgetJudge.Fails(x, Builds)));
    }

    [Fact]
    public void One_byte_more_or_more_time_than_noise_explains_exceeds_it_and_all_are_judged()
    {
        var builds = new BuildFacts
        {
            Cold = Samples.Timed(300_000),
            Warm = Samples.Timed(6_200),
            Edited = Samples.Timed(11_200),
        };
        var verdicts = BudgetJudge.Judge(Budget, Samples.Sizes(80_000_001, 200_000_001), builds);
        Assert.Equal(5, verdicts.Count(x => x.Verdict == Verdict.Exceeded && BudgetJudge.Fails(x, builds)));
        Assert.Equal(["bytes", "bytes", "milliseconds", "milliseconds", "milliseconds"], verdicts.Select(x => x.Unit));
        Assert.Equal((80_000_000, 80_000_001), (verdicts[0].Limit, verdicts[0].Actual));
    }

    [Theory]
    [InlineData(Verdict.Inconclusive, new long[] { 240_001 })]
    [InlineData(Verdict.Inconclusive, new long[] { 245_000, 247_000 })]
    [InlineData(Verdict.Exceeded, new long[] { 252_000, 253_000, 252_500 })]
    [InlineData(Verdict.Inconclusive, new long[] { 242_000, 250_000, 320_000 })]
    [InlineData(Verdict.Within, new long[] { 252_000, 240_000, 253_000 })]
    public void A_build_that_is_over_by_no_more_than_noise_is_inconclusive_and_fails_nothing(Verdict verdict, long[] rounds)
    {
        var cold = rounds.Select(x => Samples.Timed(x)).Aggregate((TimedBuild?)null, BuildRounds.Add);
        var builds = new BuildFacts { Cold = cold };

        var judged = BudgetJudge.Judge(new() { ColdBuild = TimeSpan.FromMinutes(4) }, null, builds)[0];

        Assert.Equal((verdict, verdict == Verdict.Exceeded), (judged.Verdict, BudgetJudge.Fails(judged, builds)));
    }

    [Fact]
    public void A_build_beside_others_is_never_too_slow_but_may_be_quick_enough()
    {
        var budget = new ImageBudget { ColdBuild = TimeSpan.FromSeconds(10), WarmBuild = TimeSpan.FromSeconds(10) };
        var builds = new BuildFacts
        {
            Cold = Samples.Timed(99_000) with { ParallelImages = 4 },
            Warm = Samples.Timed(9_000) with { ParallelImages = 4 },
        };
        var verdicts = BudgetJudge.Judge(budget, null, builds);
        Assert.Equal([Verdict.Inconclusive, Verdict.Within], verdicts.Select(x => x.Verdict));
        Assert.All(verdicts, x => Assert.False(BudgetJudge.Fails(x, builds)));
        Assert.Empty(MoreRounds.Of(budget, builds, null));
    }

    [Fact]
    public void The_build_of_a_fresh_machine_has_a_limit_of_its_own()
    {
        var budget = new ImageBudget { CiBuild = TimeSpan.FromSeconds(5) };
        var slow = new BuildFacts { Ci = Samples.Timed(9_000) };
        var judged = Assert.Single(BudgetJudge.Judge(budget, null, slow));
        Assert.Equal(("CiBuild", Verdict.Exceeded, true), (judged.Name, judged.Verdict, BudgetJudge.Fails(judged, slow)));
        Assert.Equal("ci build 9.0 s exceeds 5.0 s by 4.0 s", BudgetJudge.Sentence(judged, slow));

        var none = new BuildFacts { Ci = Samples.Timed(900, "not ci: 1 of 2 steps ran") };
        var unknown = Assert.Single(BudgetJudge.Judge(budget, null, none));
        Assert.True(BudgetJudge.Fails(unknown, none));
    }

    [Fact]
    public void No_limit_means_no_verdict_that_fails()
    {
        var verdicts = BudgetJudge.Judge(new(), Samples.Sizes(1, 2), Builds);
        Assert.All(verdicts, x => Assert.Equal((Verdict.NotLimited, null), (x.Verdict, x.Limit)));
        Assert.All(verdicts, x => Assert.False(BudgetJudge.Fails(x, Builds)));
        Assert.Equal(5, verdicts.Count);
    }

    [Fact]
    public void Neither_limit_nor_figure_is_left_out() => Assert.Empty(BudgetJudge.Judge(new(), null, new()));

    [Fact]
    public void A_limit_without_sizes_fails()
    {
        var verdict = BudgetJudge.Judge(new() { DownloadSize = 80.MB }, null, new())[0];
        Assert.Equal(Verdict.NotMeasured, verdict.Verdict);
        Assert.True(BudgetJudge.Fails(verdict, new()));
        Assert.Equal("download size has a limit of 80.0 MB but no figure", BudgetJudge.Sentence(verdict, new()));
    }

    [Fact]
    public void A_limit_on_a_build_that_was_not_asked_for_does_not_fail()
    {
        var verdict = Assert.Single(BudgetJudge.Judge(new() { ColdBuild = TimeSpan.FromMinutes(4) }, null, new()));
        Assert.Equal(Verdict.NotMeasured, verdict.Verdict);
        Assert.False(BudgetJudge.Fails(verdict, new()));
    }

    [Theory]
    [InlineData("ColdBuild", "cold build has a limit of 4m 00s but no figure (not cold: why)")]
    [InlineData("WarmBuild", "warm build has a limit of 5.0 s but no figure (not warm: why)")]
    [InlineData("EditedBuild", "edited build has a limit of 9.0 s but no figure (not edited: why)")]
    public void A_void_measurement_cannot_satisfy_a_limit(string name, string sentence)
    {
        var builds = new BuildFacts
        {
            Cold = Samples.Timed(1, "not cold: why"),
            Warm = Samples.Timed(1, "not warm: why"),
            Edited = Samples.Timed(1, "not edited: why"),
        };
        var verdict = BudgetJudge.Judge(Budget, Samples.Sizes(1, 1), builds).Single(x => x.Name == name);
        Assert.Equal((Verdict.NotMeasured, null), (verdict.Verdict, verdict.Actual));
        Assert.True(BudgetJudge.Fails(verdict, builds));
        Assert.Equal(sentence, BudgetJudge.Sentence(verdict, builds));
    }

    [Fact]
    public void An_overrun_is_said_with_figure_limit_and_difference()
    {
        var builds = Builds with { Warm = Samples.Timed(8_300) };
        var verdicts = BudgetJudge.Judge(Budget, Samples.Sizes(82_400_000, 1), builds);
        Assert.Equal("download size 82.4 MB exceeds 80.0 MB by 2.4 MB", BudgetJudge.Sentence(verdicts[0], builds));
        Assert.Equal("warm build 8.3 s exceeds 5.0 s by 3.3 s", BudgetJudge.Sentence(verdicts[3], builds));
    }

    [Fact]
    public void An_overrun_that_rounding_eats_is_said_exactly()
    {
        var builds = Builds with { Warm = Samples.Timed(5_012) };
        var verdicts = BudgetJudge.Judge(Budget, Samples.Sizes(80_000_012, 1), builds);
        Assert.Equal("download size 80,000,012 B exceeds 80,000,000 B by 12 B", BudgetJudge.Sentence(verdicts[0], builds));
        Assert.Equal("warm build 5,012 ms exceeds 5,000 ms by 0.01 s", BudgetJudge.Sentence(verdicts[3], builds));
    }

    [Theory]
    [InlineData(60, true, Verdict.Within, "")]
    [InlineData(0, true, Verdict.Within, "")]
    [InlineData(61, true, Verdict.Exceeded, "package count 61 exceeds 60 by 1")]
    [InlineData(1_062, false, Verdict.Exceeded, "package count 1,062 exceeds 60 by 1,002")]
    [InlineData(
        59,
        false,
        Verdict.NotMeasured,
        "package count has a limit of 60 but no figure (not all packages could be counted: inventory.gap in the report says why)"
    )]
    public void Packages_are_counted_and_what_may_be_more_satisfies_no_limit(int count, bool isWhole, Verdict verdict, string sentence)
    {
        var inventory = new InventoryFacts { PackageCount = count, PackageCountIsWhole = isWhole };
        var facts = Assert.Single(BudgetJudge.Judge(new() { PackageCount = 60 }, null, new(), inventory));
        Assert.Equal((verdict, "packages", "PackageCount"), (facts.Verdict, facts.Unit, facts.Name));
        Assert.Equal(sentence.Length > 0, BudgetJudge.Fails(facts, new()));
        if (sentence.Length > 0)
            Assert.Equal(sentence, BudgetJudge.Sentence(facts, new()));
    }

    [Fact]
    public void A_limit_on_packages_that_nobody_counted_fails() =>
        Assert.True(BudgetJudge.Fails(Assert.Single(BudgetJudge.Judge(new() { PackageCount = 0 }, null, new())), new()));
}
