using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Judging;

public sealed class BudgetRatchetTests
{
    private static readonly ByteSize Floor = new(100_000);

    [Fact]
    public void An_improvement_lowers_a_limit_to_the_figure_and_the_floor() =>
        Assert.Equal(
            ["shop:download-size 80.0 MB -> 67.5MB"],
            Lower(Size("DownloadSize", 80_000_000, 67_312_345)).Select(x => x.ToString())
        );

    [Theory]
    [InlineData(67_400_000)]
    [InlineData(67_312_345)]
    [InlineData(67_500_000)]
    public void What_is_as_low_as_it_gets_stays(long limit) => Assert.Empty(Lower(Size("DownloadSize", limit, 67_312_345)));

    [Fact]
    public void A_lowered_limit_is_not_lowered_again_by_the_same_image()
    {
        var first = Assert.Single(Lower(Size("UnpackedSize", 9_000_000, 812_345)));

        Assert.Equal("912.4kB", first.After);
        Assert.Empty(Lower(Size("UnpackedSize", ByteSize.Parse(first.After).Bytes, 812_345)));
    }

    [Fact]
    public void Packages_are_counted_to_the_last_one() =>
        Assert.Equal(
            ["shop:package-count=58"],
            Lower(
                    new BudgetFacts
                    {
                        Name = "PackageCount",
                        Unit = "packages",
                        Limit = 60,
                        Actual = 58,
                        Verdict = Verdict.Within,
                    }
                )
                .Select(x => x.Entry)
        );

    [Fact]
    public void An_image_without_limits_gets_those_of_its_sizes() =>
        Assert.Equal(
            ["shop:download-size=2.1MB", "shop:unpacked-size=5.1MB"],
            Lower(Size("DownloadSize", null, 2_000_000), Size("UnpackedSize", null, 5_000_000)).Select(x => x.Entry)
        );

    [Fact]
    public void Where_there_is_one_no_other_is_made() =>
        Assert.Empty(Lower(Size("DownloadSize", 2_100_000, 2_000_000), Size("UnpackedSize", null, 5_000_000)));

    [Fact]
    public void Soft_limits_and_times_stay_as_they_are() =>
        Assert.Empty(
            Lower(
                Size("DownloadSize", 80_000_000, 1) with
                {
                    IsSoft = true,
                },
                Size("UnpackedSize", 9_000_000, 8_950_000),
                new BudgetFacts
                {
                    Name = "ColdBuild",
                    Unit = "milliseconds",
                    Limit = 60_000,
                    Actual = 1,
                    Verdict = Verdict.Within,
                }
            )
        );

    [Fact]
    public void What_is_exceeded_is_raised_by_as_much_as_is_needed() =>
        Assert.Equal(
            ["shop:download-size 67.5 MB -> 70.1MB"],
            BudgetRatchet
                .Raise("shop:", [Size("DownloadSize", 67_500_000, 70_000_000), Size("UnpackedSize", 9_000_000, 8_000_000)], Floor)
                .Select(x => x.ToString())
        );

    private static LimitChange[] Lower(params BudgetFacts[] budget) => [.. BudgetRatchet.Lower("shop:", budget, Floor)];

    private static BudgetFacts Size(string name, long? limit, long actual) =>
        new()
        {
            Name = name,
            Unit = "bytes",
            Limit = limit,
            Actual = actual,
            Verdict =
                limit is null ? Verdict.NotLimited
                : actual > limit ? Verdict.Exceeded
                : Verdict.Within,
        };
}
