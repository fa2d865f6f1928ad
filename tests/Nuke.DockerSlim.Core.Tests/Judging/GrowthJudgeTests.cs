using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Judging;

public sealed class GrowthJudgeTests
{
    private static readonly ImageBudget TwoPercent = new() { SizeGrowth = 2.Percent };

    [Theory]
    [InlineData(2_000_000, Verdict.Within)]
    [InlineData(2_000_001, Verdict.Exceeded)]
    [InlineData(-9_000_000, Verdict.Within)]
    public void A_size_may_grow_by_its_part(long change, Verdict verdict) =>
        Assert.Equal((2_000_000, change, verdict), Download(TwoPercent, Grown(100_000_000, change)));

    [Theory]
    [InlineData(100_000, Verdict.Within)]
    [InlineData(100_001, Verdict.Exceeded)]
    public void A_small_image_may_grow_by_the_floor(long change, Verdict verdict) =>
        Assert.Equal((100_000, change, verdict), Download(TwoPercent, Grown(1_000_000, change)));

    [Fact]
    public void The_floor_can_be_set() =>
        Assert.Equal(Verdict.Within, Download(TwoPercent with { GrowthFloor = 9.MB }, Grown(1_000_000, 9_000_000)).Verdict);

    [Fact]
    public void What_another_base_image_brought_does_not_count() =>
        Assert.Equal((2_000_000, 0, Verdict.Within), Download(TwoPercent, Grown(100_000_000, 50_000_000, own: 0)));

    [Fact]
    public void Without_a_baseline_there_is_no_verdict_and_no_failure()
    {
        var judged = GrowthJudge.Judge(TwoPercent with { TimeGrowth = 10.Percent }, delta: null);

        Assert.Equal(5, judged.Count);
        Assert.All(judged, x => Assert.Equal((null, null, Verdict.NoBaseline), (x.Limit, x.Actual, x.Verdict)));
        Assert.DoesNotContain(judged, x => BudgetJudge.Fails(x, new()));
    }

    [Fact]
    public void Without_a_limit_nothing_is_judged() => Assert.Empty(GrowthJudge.Judge(new(), Grown(1, 1)));

    [Theory]
    [InlineData(10_000, 900, ChangeKind.More, Verdict.Within)]
    [InlineData(10_000, 2_000, ChangeKind.More, Verdict.Exceeded)]
    [InlineData(10_000, 2_000, ChangeKind.Inconclusive, Verdict.Inconclusive)]
    [InlineData(1_000, 150, ChangeKind.Same, Verdict.Within)]
    [InlineData(10_000, 2_000, ChangeKind.Unknown, Verdict.Inconclusive)]
    public void A_build_is_too_slow_only_where_the_noise_allows_to_say_so(long before, long change, ChangeKind kind, Verdict verdict)
    {
        var delta = new DeltaFacts { Measures = [Measure("coldBuild", before, change) with { Kind = kind }] };

        var facts = Assert.Single(GrowthJudge.Judge(new() { TimeGrowth = 10.Percent }, delta));

        Assert.Equal(("ColdGrowth", before / 10, change, verdict), (facts.Name, facts.Limit, facts.Actual, facts.Verdict));
    }

    [Fact]
    public void The_sentence_names_what_grew()
    {
        var facts = GrowthJudge.Judge(TwoPercent, Grown(100_000_000, 10_000_000))[0];

        Assert.Equal("download growth 10.0 MB exceeds 2.0 MB by 8.0 MB", BudgetJudge.Sentence(facts, new()));
    }

    private static (long? Limit, long? Actual, Verdict Verdict) Download(ImageBudget budget, DeltaFacts delta)
    {
        var facts = GrowthJudge.Judge(budget, delta).Single(x => x.Name == "DownloadGrowth");
        return (facts.Limit, facts.Actual, facts.Verdict);
    }

    private static DeltaFacts Grown(long before, long change, long? own = null) =>
        new() { Measures = [Measure("downloadSize", before, change) with { OwnChange = own }] };

    private static MeasureDelta Measure(string name, long before, long change) =>
        new()
        {
            Name = name,
            Unit = "bytes",
            Before = before,
            After = before + change,
            Change = change,
            Kind = change > 0 ? ChangeKind.More : ChangeKind.Less,
        };
}
