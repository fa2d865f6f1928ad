using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Configuration;

public sealed class DefinitionChecksTests
{
    private static readonly ImageDefinition Good = new("ghcr.io/acme/shop")
    {
        BuildArgs = ["VERSION=1", "CI"],
        BuildSecrets = ["id=npmrc,src=.npmrc"],
        Labels = ["org.opencontainers.image.title=shop"],
        Platforms = ["linux/amd64"],
        NetworkMode = "none",
        Tags = ["1.4.2", "latest"],
        Budget = new() { DownloadSize = 80.MB, ColdBuild = TimeSpan.FromMinutes(4) },
    };

    [Fact]
    public void A_definition_that_can_be_used_has_no_problems() => Assert.Empty(DefinitionChecks.Problems([Good]));

    [Fact]
    public void A_repository_alone_is_enough() => Assert.Empty(DefinitionChecks.Problems([new ImageDefinition("shop")]));

    [Fact]
    public void No_image_is_a_problem() =>
        Assert.Equal(
            ["The build declares no image; add one to Images, or name one with --build-context FOLDER."],
            DefinitionChecks.Problems([])
        );

    public static TheoryData<ImageDefinition, string> One =>
        new()
        {
            { Good with { Repository = "Acme/shop" }, "a repository is written in lower case, such as 'acme/shop'." },
            {
                Good with
                {
                    Repository = "acme/shop:1",
                    Name = "shop",
                },
                "The repository 'acme/shop:1' has a tag or a digest; write 'acme/shop', and tags with --image-tags."
            },
            {
                Good with
                {
                    Name = "a/b",
                },
                "'a/b' cannot be an image's name: it is the name of a folder too; use letters, digits, '-', '_' and '.'."
            },
            { Good with { Name = ".." }, "'..' cannot be an image's name" },
            { Good with { Name = "" }, "'' cannot be an image's name" },
            { Good with { Name = "a\\b" }, "'a\\b' cannot be an image's name" },
            { Good with { TestStage = "2nd" }, "'2nd' is not a stage name" },
            { Good with { ProductionStage = "" }, "'' is not a stage name" },
            {
                Good with
                {
                    TestStage = "Production",
                },
                "Test stage and production stage are both 'Production'; what is pushed must not be where tests run."
            },
            { Good with { Platforms = ["linux"] }, "'linux' is not a platform" },
            { Good with { BuildArgs = ["=1"] }, "The build arg '=1' has no name" },
            { Good with { BuildArgs = [""] }, "The build arg '' has no name" },
            { Good with { Labels = ["title"] }, "The label 'title' has no name and value; write name=value." },
            { Good with { Labels = ["=shop"] }, "The label '=shop' has no name and value; write name=value." },
            { Good with { BuildSecrets = ["src=x"] }, "A build secret has no id" },
            { Good with { Tags = ["a b"] }, "'a b' is not a tag" },
            {
                Good with
                {
                    Budget = new() { DownloadSize = 0.MB },
                },
                "The limit of the download size is 0 B; a limit is more than nothing."
            },
            {
                Good with
                {
                    Budget = new() { UnpackedSize = new ByteSize(-5) },
                },
                "The limit of the unpacked size is -5 B; a limit is more than nothing."
            },
            {
                Good with
                {
                    Budget = new() { ColdBuild = TimeSpan.Zero },
                },
                "The limit of the cold build is 0.00 s; a limit is more than nothing."
            },
            {
                Good with
                {
                    Budget = new() { WarmBuild = TimeSpan.FromSeconds(-3) },
                },
                "The limit of the warm build is -3.0 s; a limit is more than nothing."
            },
            { Good with { NetworkMode = "bridge" }, "'bridge' is not a network mode; use default, none, host." },
            { Good with { TestTimeLimit = TimeSpan.Zero }, "The time limit of the test command is 0.00 s; a limit is more than nothing." },
            {
                Good with
                {
                    Scenarios = [BuildScenario.Cold, BuildScenario.Test],
                },
                "The scenario Test cannot be asked for; use Cold, Warm, Edited, DependencyEdited, Ci."
            },
            { Good with { BuildRounds = 0 }, "Builds cannot be timed in 0 rounds; set --build-rounds to a number from 1 to 100." },
            { Good with { MaxBuildRounds = 0 }, "Builds cannot be timed in 0 rounds; set --max-build-rounds to a number from 1 to 100." },
            {
                Good with
                {
                    BaselineRef = "--output=x",
                },
                "'--output=x' is no git revision; name one, such as origin/main, with --baseline-ref."
            },
            { Good with { BuildRounds = 101 }, "Builds cannot be timed in 101 rounds; set --build-rounds to a number from 1 to 100." },
            {
                Good with
                {
                    Budget = new() { EditedBuild = TimeSpan.Zero },
                },
                "The limit of the edited build is 0.00 s; a limit is more than nothing."
            },
            {
                Good with
                {
                    Budget = new() { PackageCount = -1 },
                },
                "The limit of the package count is -1; no image has fewer packages than none."
            },
        };

    [Theory]
    [MemberData(nameof(One))]
    public void Each_mistake_is_one_sentence(ImageDefinition image, string problem) =>
        Assert.Contains(problem, Assert.Single(DefinitionChecks.Problems([image])));

    [Fact]
    public void All_problems_are_found_at_once()
    {
        var problems = DefinitionChecks.Problems([
            Good with
            {
                TestStage = "2nd",
                Tags = ["a b", "ok", "-c"],
                NetworkMode = "x",
                Budget = new() { DownloadSize = 0.MB, WarmBuild = TimeSpan.Zero },
            },
        ]);
        Assert.Equal(6, problems.Count);
    }

    [Fact]
    public void Problems_of_several_images_say_whose_they_are()
    {
        var problems = DefinitionChecks.Problems([Good, new ImageDefinition("acme/web") { Tags = ["a b"] }]);
        Assert.StartsWith("web: 'a b' is not a tag", Assert.Single(problems));
    }

    [Fact]
    public void Two_images_of_one_name_would_share_a_folder() =>
        Assert.Equal(
            ["2 images are called 'shop' (ghcr.io/acme/shop, docker.io/Shop); give them different Names."],
            DefinitionChecks.Problems([Good, Good with { Repository = "docker.io/Shop" }]).Where(x => x.StartsWith('2'))
        );
}
