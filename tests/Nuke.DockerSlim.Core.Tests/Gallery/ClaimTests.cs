using Gallery;
using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Gallery;

public sealed class ClaimTests
{
    private static readonly SizeClaim Size = new("A1", 87m, 1.4.GB, 180.MB);

    [Theory]
    [InlineData(1_000_000_000, 130_000_000, true)]
    [InlineData(1_000_000_000, 130_000_001, false)]
    [InlineData(1_000_000_000, 1_000_000_000, false)]
    public void A_size_is_reached_by_the_very_hundredths_that_are_claimed(long naive, long slim, bool isReached) =>
        Assert.Equal(isReached, Size.Judge(Of(naive), Of(slim)).IsReached);

    [Fact]
    public void What_is_not_reached_says_which_of_both_figures_is_another() =>
        Assert.Equal(
            "not reached: -81.0 %; the naive image is 1.0 GB here, the article's was 1.4 GB; the base image is 95.0 MB of the slim image's 190.0 MB",
            Size.Judge(Of(1_000_000_000), Of(190_000_000)).Text
        );

    [Fact]
    public void What_was_not_measured_is_neither() => Assert.Equal(new ClaimVerdict(null, "not measured", null), Size.Judge(null, Of(1)));

    [Theory, InlineData(600, 100, true), InlineData(599, 100, false)]
    public void A_pull_is_as_many_times_faster_as_it_is_smaller(long naive, long slim, bool isReached) =>
        Assert.Equal(
            isReached,
            new PullClaim("A9", 6m).Judge(GalleryResults.Image(naive * 100_000, 1), GalleryResults.Image(slim * 100_000, 1)).IsReached
        );

    [Fact]
    public void Smaller_is_not_enough_where_it_does_not_run()
    {
        var broken = Of(10) with
        {
            Smoke = new() { Status = SmokeStatus.Failed, Detail = "it ended with exit code 1" },
        };
        Assert.Equal("not reached: -90.0 %, does not run; it ended with exit code 1", new WorksClaim("A3").Judge(Of(100), broken).Text);
        Assert.True(new WorksClaim("A3").Judge(Of(100), Of(10)).IsReached);
        Assert.Null(new WorksClaim("A3").Judge(Of(100), Of(10) with { Smoke = new() }).IsReached);
    }

    [Fact]
    public void What_must_not_be_in_the_image_is_held_by_its_policies()
    {
        var claim = new WithoutClaim("A5", "no compiler", ["compiler"]);
        var found = Of(10) with
        {
            Policies =
            [
                new()
                {
                    Name = "compiler",
                    Verdict = Verdict.Exceeded,
                    Message = "it has /usr/bin/gcc",
                },
            ],
        };
        Assert.Equal("reached: no compiler", claim.Judge(null, Of(10)).Text);
        Assert.Equal("not reached: it has a compiler; it has /usr/bin/gcc", claim.Judge(null, found).Text);
        Assert.Null(claim.Judge(null, Of(10) with { Policies = [] }).IsReached);
    }

    [Fact]
    public void Tests_that_reach_the_image_break_the_claim_that_none_does()
    {
        var claim = new GatedClaim("A7");
        var image = Of(10) with { Contents = Contents };
        Assert.Equal("reached: 12 tests passed, none of it in the image", claim.Judge(null, image).Text);
        Assert.True(claim.Judge(null, image with { Residue = [Left("tests", "/app/node_modules/x/test/")] }).IsReached);
        Assert.False(claim.Judge(null, image with { Residue = [Left("tests", "/app/tests/")] }).IsReached);
        Assert.False(claim.Judge(null, image with { Residue = [Left("development-dependencies", "/app/node_modules/jest/")] }).IsReached);
        Assert.False(
            claim
                .Judge(
                    null,
                    image with
                    {
                        Tests = new() { Status = TestStatus.Failed, Total = 12 },
                    }
                )
                .IsReached
        );
        Assert.Null(claim.Judge(null, image with { Tests = new() }).IsReached);
    }

    [Theory, InlineData(1_000, 95, true), InlineData(1_000, 94_1, false), InlineData(1_000, 1_100, false)]
    public void A_habit_saves_as_much_as_is_claimed_or_says_why_not(long without, long with, bool isReached)
    {
        var verdict = new TimeComparison("h", "-90.5 %", "edited", new("a", without), new("b", with), 90.5m, "compiling stays").Verdict;
        Assert.Equal(isReached, verdict.IsReached);
        Assert.Equal(isReached, verdict.Why is null);
    }

    [Fact]
    public void Where_anything_counts_nothing_does_not() =>
        Assert.False(new TimeComparison("h", "faster", "edited", new("a", 10), new("b", 10), 0m, "no download").Verdict.IsReached);

    private static ContentsFacts Contents =>
        new()
        {
            Files = 1,
            Live = new(1),
            Wasted = default,
            Efficiency = 100,
        };

    private static ImageReport Of(long unpacked) => GalleryResults.Image(unpacked, unpacked);

    private static ResidueFacts Left(string kind, string path) =>
        new()
        {
            Kind = kind,
            Path = path,
            Content = new(1),
            Files = 1,
            Fix = "leave it out",
        };
}
