using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class DefinitionOverridesTests
{
    private static readonly ImageDefinition Shop = new("ghcr.io/acme/shop")
    {
        Dockerfile = "src/Shop/Dockerfile",
        BuildArgs = ["A=1"],
        BuildSecrets = ["id=a"],
        SshAgents = ["default"],
        Labels = ["a=1"],
        Tags = ["old"],
        Budget = new() { DownloadSize = 80.MB, WarmBuild = TimeSpan.FromSeconds(5) },
    };

    private static readonly ImageDefinition Web = new("ghcr.io/acme/orders-web");

    [Fact]
    public void Without_parameters_everything_stays_as_declared()
    {
        var images = DefinitionOverrides.Apply([Shop, Web], new());
        Assert.Equal(["shop", "orders-web"], images.Select(x => x.Name));
        Assert.Equal(Shop.Budget, images[0].Budget);
        Assert.Equal(
            (Shop.Dockerfile, Shop.TestStage, Shop.AllowUntested),
            (images[0].Dockerfile, images[0].TestStage, images[0].AllowUntested)
        );
        Assert.Equal(["old"], images[0].Tags);
        Assert.Equal([BuildScenario.Cold, BuildScenario.Warm, BuildScenario.Edited], images[0].Scenarios);
    }

    [Fact]
    public void Each_parameter_takes_the_place_of_what_is_declared()
    {
        var image = Assert.Single(
            DefinitionOverrides.Apply(
                [Shop],
                new()
                {
                    ImageRepository = "localhost:5000/other",
                    TestStage = "verify",
                    TestCommand = "npm test",
                    TestResults = "/out",
                    ProductionStage = "final",
                    AllowUntested = true,
                    Platforms = ["linux/arm64"],
                    BuildxBuilder = "big",
                    CacheFrom = ["type=gha"],
                    CacheTo = ["type=gha,mode=max"],
                    NetworkMode = "none",
                    Scenarios = ["WARM"],
                    DownloadSize = "1MB",
                    UnpackedSize = "2MB",
                    ColdBuild = "3m",
                    WarmBuild = "4s",
                    EditedBuild = "9s",
                    PackageCount = "60",
                    BuildRounds = "2",
                    EditedFile = "src/a.ts",
                    ImageTags = ["1", "2"],
                }
            )
        );
        Assert.Equal(
            ("localhost:5000/other", "verify", "npm test", "/out", "final"),
            (image.Repository, image.TestStage, image.TestCommand, image.TestResults, image.ProductionStage)
        );
        Assert.True(image.AllowUntested);
        Assert.Equal(("linux/arm64", "big", "none"), (Assert.Single(image.Platforms), image.BuildxBuilder, image.NetworkMode));
        Assert.Equal(["type=gha"], image.CacheFrom);
        Assert.Equal(["type=gha,mode=max"], image.CacheTo);
        Assert.Equal([BuildScenario.Warm], image.Scenarios);
        Assert.Equal(["1", "2"], image.Tags);
        Assert.Equal(
            new ImageBudget
            {
                DownloadSize = 1.MB,
                UnpackedSize = 2.MB,
                ColdBuild = TimeSpan.FromMinutes(3),
                WarmBuild = TimeSpan.FromSeconds(4),
                EditedBuild = TimeSpan.FromSeconds(9),
                PackageCount = 60,
            },
            image.Budget
        );
        Assert.Equal((2, "src/a.ts"), (image.BuildRounds, image.EditedFile));
    }

    [Fact]
    public void One_limit_leaves_the_others_as_declared() =>
        Assert.Equal(
            new ImageBudget
            {
                DownloadSize = 80.MB,
                ColdBuild = TimeSpan.FromMinutes(4),
                WarmBuild = TimeSpan.FromSeconds(5),
            },
            DefinitionOverrides.Apply([Shop], new() { ColdBuild = "4m" })[0].Budget
        );

    [Fact]
    public void Args_secrets_agents_and_labels_are_added_behind_the_declared_ones()
    {
        var image = DefinitionOverrides.Apply(
            [Shop],
            new()
            {
                BuildArgs = ["A=2"],
                BuildSecrets = ["id=b"],
                SshAgents = ["id=c"],
                ImageLabels = ["a=2"],
                IgnoredRules = ["root-user"],
                ErrorRules = ["unpinned-base"],
                ForbidInImage = ["shell"],
            }
        )[0];
        Assert.Equal(["A=1", "A=2"], image.BuildArgs);
        Assert.Equal(["id=a", "id=b"], image.BuildSecrets);
        Assert.Equal(["default", "id=c"], image.SshAgents);
        Assert.Equal(["a=1", "a=2"], image.Labels);
        Assert.Equal(["root-user"], image.IgnoredRules);
        Assert.Equal(["unpinned-base"], image.ErrorRules);
        Assert.Equal(["shell"], image.ForbidInImage);
    }

    [Theory]
    [InlineData("lukewarm")]
    [InlineData("test")]
    [InlineData("0")]
    [InlineData("cold,warm")]
    [InlineData("")]
    public void A_scenario_is_one_of_those_that_can_be_timed(string text) =>
        Assert.Equal(
            [$"--scenarios: '{text}' is not a scenario; use cold, warm, edited, dependency-edited, ci, or several."],
            Problems([Shop], new() { Scenarios = [text] })
        );

    [Fact]
    public void Scenarios_are_written_in_kebab_case() =>
        Assert.Equal(
            [BuildScenario.Edited, BuildScenario.DependencyEdited],
            DefinitionOverrides.Apply([Shop], new() { Scenarios = ["Edited", " dependency-edited "] })[0].Scenarios
        );

    [Fact]
    public void Rounds_are_a_whole_number()
    {
        var image = DefinitionOverrides.Apply([Shop], new() { BuildRounds = "3", MaxBuildRounds = "5" })[0];

        Assert.Equal((3, 5), (image.BuildRounds, image.MaxBuildRounds));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999")]
    public void Rounds_that_are_no_number_are_said_so(string text) =>
        Assert.Equal(
            [$"--build-rounds: '{text}' is not a number of rounds; use a whole number such as 3."],
            Problems([Shop], new() { BuildRounds = text })
        );

    [Theory]
    [InlineData("sixty")]
    [InlineData("-1")]
    [InlineData("60.5")]
    [InlineData("")]
    public void Packages_that_are_no_number_are_said_so(string text) =>
        Assert.Equal(
            [$"--package-count: '{text}' is not a number of packages; use a whole number such as 60."],
            Problems([Shop], new() { PackageCount = text })
        );

    [Fact]
    public void No_scenario_may_be_asked_for() => Assert.Empty(DefinitionOverrides.Apply([Shop], new() { Scenarios = [] })[0].Scenarios);

    [Fact]
    public void All_problems_are_said_at_once_each_with_its_option() =>
        Assert.Equal(
            [
                "There is no image 'shap'; did you mean --only-image shop?",
                "--download-size: '20XB' has the unknown unit 'XB'; use one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.",
                "--unpacked-size: '5 apples' has the unknown unit 'apples'; use one of B, kB, MB, GB, TB, KiB, MiB, GiB, TiB.",
                "--cold-build: '-3s' is a negative duration; write a duration such as 4m30s.",
                "--warm-build: '5' has no unit; write 5s, 5m or another unit of time.",
                "--edited-build: '5 s 5 s' names its units twice or out of order; write the largest first, as in 4m30s.",
                "--scenarios: 'hot' is not a scenario; use cold, warm, edited, dependency-edited, ci, or several.",
            ],
            Problems(
                [Shop],
                new()
                {
                    OnlyImage = ["shap"],
                    DownloadSize = "20XB",
                    UnpackedSize = "5 apples",
                    ColdBuild = "-3s",
                    WarmBuild = "5",
                    EditedBuild = "5 s 5 s",
                    Scenarios = ["hot"],
                }
            )
        );

    [Fact]
    public void Every_parameter_of_the_record_has_a_test_above()
    {
        // A parameter added to the record without a line in Merge would be ignored in silence.
        string[] known =
        [
            "Dockerfile",
            "BaselineReport",
            "BaselineFolder",
            "BaselineImage",
            "BaselineRef",
            "BaselineAge",
            "AttachReport",
            "SizeGrowth",
            "TimeGrowth",
            "GrowthFloor",
            // Of PushOverridesTests.
            "AlsoPushTo",
            "ImmutableTags",
            "KeepCandidates",
            // Of SupplyOverridesTests.
            "AnnotateImage",
            "ImageAnnotations",
            "ImageAttestations",
            "SignImage",
            "SigningKey",
            "SourceEpoch",
            "RewriteTimestamps",
            // Of BudgetOverridesTests.
            "BudgetLimits",
            "SoftLimits",
            "BuildContext",
            "ImageRepository",
            "MeasuredImage",
            "ComparedImage",
            "PullBandwidth",
            "TestStage",
            "TestCommand",
            "TestResults",
            "ProductionStage",
            "AllowUntested",
            "BuildArgs",
            "BuildSecrets",
            "SshAgents",
            "ImageLabels",
            "IgnoredRules",
            "ErrorRules",
            "ForbidInImage",
            // Of SbomTests.
            "SbomFile",
            // Of ScanTests.
            "ScanImage",
            "ScanSeverity",
            "Platforms",
            "BuildxBuilder",
            "CacheFrom",
            "CacheTo",
            "NetworkMode",
            "Scenarios",
            "DownloadSize",
            "UnpackedSize",
            "ColdBuild",
            "WarmBuild",
            "EditedBuild",
            "PackageCount",
            "BuildRounds",
            "MaxBuildRounds",
            "EditedFile",
            // Of CiTests.
            "FreshBuilder",
            "ImageTags",
            "OnlyImage",
            // Of SmokeOverridesTests.
            "SmokeImage",
            "SmokeUrl",
            "SmokeLog",
            "SmokeCommand",
            "SmokeExitCode",
            "SmokeEnvironment",
            "SmokeTimeLimit",
        ];
        Assert.Equal(known.Order(), typeof(ImageParameters).GetProperties().Select(x => x.Name).Order());
    }

    private static IReadOnlyList<string> Problems(IEnumerable<ImageDefinition> declared, ImageParameters parameters) =>
        Assert.Throws<InputException>(() => DefinitionOverrides.Apply(declared, parameters)).Problems;
}
