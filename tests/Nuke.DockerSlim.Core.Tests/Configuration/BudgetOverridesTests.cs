using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class BudgetOverridesTests
{
    private static readonly ImageDefinition Shop = new("acme/shop")
    {
        Budget = new() { DownloadSize = 80.MB, ColdBuild = TimeSpan.FromSeconds(90) },
    };
    private static readonly ImageDefinition Mail = new("acme/mail");

    [Theory]
    [InlineData("download-size", "70MB", "DownloadSize")]
    [InlineData("unpacked-size", "70MB", "UnpackedSize")]
    [InlineData("own-download-size", "70MB", "OwnDownloadSize")]
    [InlineData("own-unpacked-size", "70MB", "OwnUnpackedSize")]
    [InlineData("cold-build", "70s", "ColdBuild")]
    [InlineData("warm-build", "70s", "WarmBuild")]
    [InlineData("edited-build", "70s", "EditedBuild")]
    [InlineData("package-count", "70", "PackageCount")]
    [InlineData("size-growth", "7%", "SizeGrowth")]
    [InlineData("download-growth", "7MB", "DownloadGrowth")]
    [InlineData("unpacked-growth", "7%", "UnpackedGrowth")]
    [InlineData("time-growth", "7%", "TimeGrowth")]
    [InlineData("cold-growth", "7%", "ColdGrowth")]
    [InlineData("warm-growth", "7%", "WarmGrowth")]
    [InlineData("edited-growth", "7%", "EditedGrowth")]
    [InlineData("growth-floor", "7kB", "GrowthFloor")]
    public void Every_limit_can_be_set_by_its_name(string name, string value, string property)
    {
        var image = Apply([Mail], [$"{name}={value}"])[0];

        var set = typeof(ImageBudget).GetProperties().Where(x => x.Name != "IsEmpty" && x.GetValue(image.Budget) is not null);
        Assert.Equal([property], set.Select(x => x.Name));
    }

    [Fact]
    public void There_is_a_name_for_every_limit() =>
        Assert.Equal(
            typeof(ImageBudget).GetProperties().Where(x => x.Name != "IsEmpty").Select(x => x.Name).Order(),
            BudgetLimit.All.Select(x => string.Concat(x.Name.Split('-').Select(y => char.ToUpperInvariant(y[0]) + y[1..]))).Order()
        );

    [Fact]
    public void The_smaller_of_two_holds_whichever_is_named_where()
    {
        Assert.Equal(70.MB, Apply([Shop], ["download-size=70MB"])[0].Budget.DownloadSize);
        Assert.Equal(80.MB, Apply([Shop], ["download-size=90MB"])[0].Budget.DownloadSize);
        Assert.Equal(60.MB, Apply([Shop], ["download-size=70MB", "shop:download-size=60MB"])[0].Budget.DownloadSize);
        Assert.Equal(
            70.MB,
            DefinitionOverrides.Apply([Shop], new() { BudgetLimits = ["download-size=70MB"], DownloadSize = "90MB" })[0].Budget.DownloadSize
        );
    }

    [Fact]
    public void One_image_and_one_platform_can_have_limits_of_their_own()
    {
        var images = Apply([Shop, Mail], ["mail:warm-build=5s", "shop:linux/arm64/v8:cold-build=60s", "linux/amd64:download-size=10MB"]);

        Assert.Equal((null, TimeSpan.FromSeconds(5)), (images[0].Budget.WarmBuild, images[1].Budget.WarmBuild));
        Assert.Equal(TimeSpan.FromSeconds(60), images[0].BudgetFor("linux/arm64").ColdBuild);
        Assert.Equal(TimeSpan.FromSeconds(90), images[0].BudgetFor("linux/amd64").ColdBuild);
        Assert.Equal((80.MB, 10.MB), (images[0].BudgetFor(null).DownloadSize, images[0].BudgetFor("linux/amd64").DownloadSize));
        Assert.Null(images[1].BudgetFor("linux/arm64").ColdBuild);
    }

    [Fact]
    public void Soft_limits_are_kept_apart()
    {
        var image = DefinitionOverrides.Apply([Shop], new() { SoftLimits = ["download-size=70MB", "linux/arm64:download-size=75MB"] })[0];

        Assert.Equal((80.MB, 70.MB), (image.Budget.DownloadSize, image.SoftBudget.DownloadSize));
        Assert.Equal((70.MB, 75.MB), (image.SoftBudgetFor("linux/amd64").DownloadSize, image.SoftBudgetFor("linux/arm64").DownloadSize));
    }

    [Theory]
    [InlineData(
        "download-size",
        "--budget-limits: 'download-size' is no limit; write NAME=VALUE, such as download-size=80MB, with IMAGE: or PLATFORM: before it where it is for one."
    )]
    [InlineData(
        "a:b:download-size=1MB",
        "--budget-limits: 'a:b:download-size=1MB' is no limit; write NAME=VALUE, such as download-size=80MB, with IMAGE: or PLATFORM: before it where it is for one."
    )]
    [InlineData("downlod-size=1MB", "--budget-limits: there is no limit 'downlod-size'; did you mean download-size?")]
    [InlineData("shp:download-size=1MB", "--budget-limits: there is no image 'shp'; did you mean shop?")]
    [InlineData("shop:download-size=1", "--budget-limits shop:download-size: '1' has no unit; write 1MB, 1MiB or another unit of bytes.")]
    [InlineData("cold-build=0s", "The limit of the cold build is 0.00 s; a limit is more than nothing.")]
    public void What_is_no_limit_is_told(string text, string problem)
    {
        IReadOnlyList<string> problems;
        try
        {
            problems = [.. DefinitionChecks.Problems(Apply([Shop], [text]))];
        }
        catch (InputException e)
        {
            problems = e.Problems;
        }

        Assert.Contains(problems, x => x.EndsWith(problem, StringComparison.Ordinal));
    }

    private static IReadOnlyList<ImageDefinition> Apply(ImageDefinition[] images, string[] limits) =>
        DefinitionOverrides.Apply(images, new() { BudgetLimits = limits });
}
