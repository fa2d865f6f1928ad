using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Publishing;

public sealed class PushGateTests
{
    private static readonly ImageDefinition Definition = new("acme/shop")
    {
        Tags = ["1"],
        Budget = new() { DownloadSize = 80.MB },
    };

    private static readonly ImageReport Good = new()
    {
        Image = new() { Name = "shop", ConfigDigest = Samples.Digest('c') },
        Sizes = Samples.Sizes(1, 2),
        Tests = new() { Status = TestStatus.Passed },
        Budget = BudgetJudge.Judge(Definition.Budget, Samples.Sizes(1, 2), new()),
    };

    [Fact]
    public void Nothing_stands_against_an_image_that_is_tested_measured_and_within_its_budget() =>
        Assert.Null(PushGate.Objection(Good, Definition));

    [Fact]
    public void Tests_taken_from_the_cache_count() =>
        Assert.Null(PushGate.Objection(Good with { Tests = new() { Status = TestStatus.Reused } }, Definition));

    public static TheoryData<ImageReport, string> Objections =>
        new()
        {
            { Good with { Outcome = ReportOutcome.Failed, Reason = "The engine ended the build." }, "The engine ended the build." },
            { Good with { Outcome = ReportOutcome.Failed }, "the image could not be built or measured" },
            { Good with { Tests = new() { Status = TestStatus.Failed } }, "the tests failed" },
            { Good with { Tests = new() }, "no tests were run; run ./build.sh TestImage, or set --allow-untested" },
            { Good with { Smoke = new() { Status = SmokeStatus.Failed } }, "the image does not run as it should" },
            { Good with { Sizes = null }, "the image has not been measured; run ./build.sh MeasureImage" },
            { Good with { Image = new() { Name = "shop" } }, "the image has not been measured; run ./build.sh MeasureImage" },
            {
                Good with
                {
                    Budget = BudgetJudge.Judge(Definition.Budget, Samples.Sizes(82_400_000, 2), new()),
                },
                "download size 82.4 MB exceeds 80.0 MB by 2.4 MB"
            },
            { Good with { Budget = [] }, "the budget has not been checked; run ./build.sh CheckBudgets" },
        };

    [Theory]
    [MemberData(nameof(Objections))]
    public void Whatever_stands_against_it_is_said(ImageReport report, string objection) =>
        Assert.Equal(objection, PushGate.Objection(report, Definition));

    [Fact]
    public void Failed_tests_are_the_objection_even_where_untested_images_are_allowed() =>
        Assert.Equal(
            "the tests failed",
            PushGate.Objection(Good with { Tests = new() { Status = TestStatus.Failed } }, Definition with { AllowUntested = true })
        );

    [Fact]
    public void An_image_that_was_to_be_started_and_was_not_is_held_back() =>
        Assert.Equal(
            "the image has not been started to see whether it runs; run ./build.sh SmokeImage",
            PushGate.Objection(Good, Definition with { Smoke = new() { SmokeLog = "listening" } })
        );

    [Fact]
    public void An_untested_image_may_be_pushed_where_that_is_allowed() =>
        Assert.Null(PushGate.Objection(Good with { Tests = new() }, Definition with { AllowUntested = true }));

    [Fact]
    public void An_image_without_limits_needs_no_verdicts() =>
        Assert.Null(PushGate.Objection(Good with { Budget = [] }, Definition with { Budget = new() }));

    [Fact]
    public void Without_a_tag_there_is_nothing_to_push_under() =>
        Assert.Equal("there is no tag to push under; name one with --image-tags", PushGate.Objection(Good, Definition with { Tags = [] }));
}
