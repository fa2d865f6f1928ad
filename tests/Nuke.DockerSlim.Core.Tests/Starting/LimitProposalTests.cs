using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Starting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Starting;

public sealed class LimitProposalTests
{
    [Theory]
    [InlineData(67_300_000, "75MB")]
    [InlineData(190_000_000, "210MB")]
    [InlineData(3_000_000, "3.3MB")]
    [InlineData(241_600, "270kB")]
    [InlineData(1_200_000_000, "1.4GB")]
    [InlineData(95_000_000, "110MB")]
    [InlineData(10, "11B")]
    public void A_size_gets_a_tenth_more_rounded_up_to_two_digits(long measured, string limit)
    {
        var proposal = LimitProposal.Of(Report(measured)).First();

        Assert.Equal(("download-size", limit, false), (proposal.Name, proposal.Value, proposal.IsSoft));
        Assert.True(ByteSize.Parse(proposal.Value).Bytes * 10 >= measured * 11);
    }

    [Theory]
    [InlineData(370, "2s")]
    [InlineData(3_200, "7s")]
    [InlineData(9_900, "20s")]
    [InlineData(45_000, "1m30s")]
    [InlineData(47_000, "1m40s")]
    [InlineData(400_000, "14m")]
    public void A_time_gets_twice_as_much_and_only_warns(long measured, string limit)
    {
        var proposal = LimitProposal
            .Of(
                Report(
                    1,
                    new TimedBuild
                    {
                        Milliseconds = measured,
                        Steps = 1,
                        CachedSteps = 0,
                    }
                )
            )
            .Last();

        Assert.Equal(("cold-build", limit, true), (proposal.Name, proposal.Value, proposal.IsSoft));
        Assert.True(DurationText.TryParse(limit, out _, out _));
    }

    [Fact]
    public void A_void_figure_gets_none() =>
        Assert.DoesNotContain(
            LimitProposal.Of(
                Report(
                    1,
                    new TimedBuild
                    {
                        Milliseconds = 5,
                        Steps = 2,
                        CachedSteps = 1,
                        Void = "not all cached",
                    }
                )
            ),
            x => x.Name == "cold-build"
        );

    [Fact]
    public void An_entry_names_the_image_where_there_are_several()
    {
        var limit = new LimitProposal("download-size", "75MB", "67.3 MB", IsSoft: false);

        Assert.Equal(("download-size=75MB", "shop:download-size=75MB"), (limit.Entry(null), limit.Entry("shop")));
    }

    private static ImageReport Report(long bytes, TimedBuild? cold = null) =>
        new()
        {
            Sizes = new SizeFacts
            {
                Download = new(bytes),
                DownloadIsExact = true,
                Unpacked = new(bytes),
            },
            Builds = new BuildFacts { Cold = cold },
        };
}
