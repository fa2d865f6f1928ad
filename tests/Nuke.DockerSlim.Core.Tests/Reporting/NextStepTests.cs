using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Reporting;

public sealed class NextStepTests
{
    private static readonly ImageReport Over = SampleReports.Good with
    {
        Outcome = ReportOutcome.BudgetExceeded,
        Baseline = null,
        Delta = null,
        Budget = [Exceeded("DownloadSize", "bytes")],
    };

    [Fact]
    public void A_good_image_with_limits_needs_none_and_one_without_gets_some_proposed()
    {
        Assert.Null(NextStep.Of(SampleReports.Good));
        Assert.StartsWith("./build.sh InitSlimImage", NextStep.Of(SampleReports.Good with { Budget = [] }));
    }

    [Fact]
    public void An_image_that_is_too_large_is_to_be_made_smaller()
    {
        Assert.Equal(
            "./build.sh TryAdvice tries what would make it smaller; --baseline-ref origin/main... names what this change made larger",
            NextStep.Of(Over)
        );
        Assert.Equal(
            "./build.sh TryAdvice tries what would make it smaller",
            NextStep.Of(Over with { Baseline = SampleReports.Grown.Baseline })
        );
    }

    [Fact]
    public void The_line_that_made_it_larger_is_named()
    {
        var line = SampleReports.Grown.Delta!.Lines.Where(x => x.Cause == ChangeCause.Own).MaxBy(x => x.LayerChange)!;
        Assert.Equal(
            $"line {line.Line} made it larger: take out what it adds, or raise the limit and say why",
            NextStep.Of(Over with { Baseline = SampleReports.Grown.Baseline, Delta = SampleReports.Grown.Delta })
        );
    }

    [Fact]
    public void A_build_that_is_too_slow_is_to_be_timed_again() =>
        Assert.Contains("--build-rounds 3", NextStep.Of(Over with { Budget = [Exceeded("ColdBuild", "milliseconds")] }));

    [Fact]
    public void Of_an_image_from_elsewhere_nothing_is_built() =>
        Assert.Null(NextStep.Of(Over with { Image = Over.Image with { Dockerfile = null } }));

    [Fact]
    public void A_limit_that_only_warns_is_none() =>
        Assert.Null(NextStep.Of(Over with { Budget = [Exceeded("DownloadSize", "bytes") with { IsSoft = true }] }));

    [Theory]
    [InlineData(ReportOutcome.TestsFailed, "./build.sh TestImage")]
    [InlineData(ReportOutcome.PolicyFailed, null)]
    [InlineData(ReportOutcome.Failed, null)]
    [InlineData(ReportOutcome.SmokeFailed, null)]
    public void What_says_itself_what_to_do_is_not_repeated(ReportOutcome outcome, string? begin)
    {
        var next = NextStep.Of(Over with { Outcome = outcome });
        Assert.True(begin is null ? next is null : next!.StartsWith(begin, StringComparison.Ordinal), next);
    }

    private static BudgetFacts Exceeded(string name, string unit) =>
        new()
        {
            Name = name,
            Unit = unit,
            Limit = 1,
            Actual = 2,
            Verdict = Verdict.Exceeded,
        };
}
