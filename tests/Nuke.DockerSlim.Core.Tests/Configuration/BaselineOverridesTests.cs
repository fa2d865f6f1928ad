using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class BaselineOverridesTests
{
    private static readonly ImageDefinition Shop = new("acme/shop")
    {
        BaselineFolder = "reports/main",
        Budget = new() { DownloadSize = 80.MB, SizeGrowth = 2.Percent },
    };

    [Fact]
    public void Without_parameters_everything_stays_as_declared()
    {
        var image = DefinitionOverrides.Apply([Shop], new())[0];

        Assert.Equal(("reports/main", Shop.Budget), (image.BaselineFolder, image.Budget));
    }

    [Fact]
    public void A_baseline_from_outside_takes_the_place_of_any_declared_one()
    {
        var image = DefinitionOverrides.Apply([Shop], new() { BaselineReport = "/old.json" })[0];

        Assert.Equal(("/old.json", null), (image.BaselineReport, image.BaselineFolder));
    }

    [Fact]
    public void So_does_a_revision()
    {
        var image = DefinitionOverrides.Apply([Shop], new() { BaselineRef = "origin/main" })[0];

        Assert.Equal(("origin/main", null), (image.BaselineRef, image.BaselineFolder));
    }

    [Fact]
    public void Limits_are_read_in_their_units()
    {
        var parameters = new ImageParameters
        {
            SizeGrowth = "5MB",
            TimeGrowth = "12.5 %",
            GrowthFloor = "1MB",
        };

        var budget = DefinitionOverrides.Apply([Shop], parameters)[0].Budget;

        Assert.Equal(
            (80.MB, (SizeGrowth)5.MB, 12.5.Percent, 1.MB),
            (budget.DownloadSize, budget.SizeGrowth, budget.TimeGrowth, budget.GrowthFloor)
        );
    }

    [Fact]
    public void What_does_not_parse_is_told_all_at_once()
    {
        var parameters = new ImageParameters
        {
            BaselineReport = "a",
            BaselineFolder = "b",
            BaselineImage = "c",
            SizeGrowth = "5",
            TimeGrowth = "10s",
            GrowthFloor = "2%",
        };

        var problems = Assert.Throws<InputException>(() => DefinitionOverrides.Apply([Shop], parameters)).Problems;

        Assert.Equal(4, problems.Count);
        Assert.Contains(
            "--baseline-report and --baseline-folder and --baseline-image are all given; one image is held against one baseline.",
            problems
        );
        Assert.Contains("--size-growth: '5' has no unit; write 5MB, 5MiB or another unit of bytes, or a percentage such as 2%.", problems);
        Assert.Contains("--time-growth: '10s' is not a percentage; write one such as 2%.", problems);
    }
}
