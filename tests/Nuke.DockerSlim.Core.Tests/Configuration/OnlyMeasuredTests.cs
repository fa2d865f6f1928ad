using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Configuration;

/// <summary>What a try or a revision leaves out of an image's definition: it is built and measured beside the image, by itself.</summary>
public sealed class OnlyMeasuredTests
{
    private static readonly ImageDefinition Shop = new("acme/shop")
    {
        Name = "storefront",
        BuildArgs = ["MODE=fast"],
        CacheFrom = ["type=registry,ref=acme/cache"],
        CacheTo = ["type=registry,ref=acme/cache"],
        Tags = ["latest"],
        Budget = new() { DownloadSize = 80.MB },
        SoftBudget = new() { DownloadSize = 70.MB },
        ComparedImage = "acme/shop:1",
        BaselineImage = "acme/shop:1",
        BaselineRef = "main",
        BaselineReport = "report.json",
        BaselineFolder = "reports",
    };

    [Fact]
    public void Nothing_is_compared_judged_or_kept()
    {
        var copy = Shop.OnlyMeasured("-advice");

        Assert.Null(copy.ComparedImage);
        Assert.Equal((null, null, null, null), (copy.BaselineImage, copy.BaselineRef, copy.BaselineReport, copy.BaselineFolder));
        Assert.Equal((null, null), (copy.Budget.DownloadSize, copy.SoftBudget.DownloadSize));
        Assert.Empty(copy.Tags);
        Assert.Empty(copy.CacheTo);
    }

    [Fact]
    public void It_is_built_as_the_image_is_under_a_name_of_its_own()
    {
        var copy = Shop.OnlyMeasured("-advice");

        Assert.Equal(("storefront", "acme/shop-advice"), (copy.Name, copy.Repository));
        Assert.Equal(Shop.BuildArgs, copy.BuildArgs);
        Assert.Equal(Shop.CacheFrom, copy.CacheFrom);
    }
}
