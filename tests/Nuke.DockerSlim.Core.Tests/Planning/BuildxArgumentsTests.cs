using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Tests.Planning;

/// <summary>Argument lists to the element: an element that falls apart at a space is a list that grew.</summary>
public sealed class BuildxArgumentsTests
{
    private static readonly BuildTarget Plain = Targets.Of(Targets.Shop);

    private static readonly BuildTarget Full = BuildTarget.From(
        new("ghcr.io/acme/shop")
        {
            BuildContext = "größe & more/the shop",
            Dockerfile = "docker files/Dockerfile.prod",
            BuildArgs = ["TITLE=Shop \"number one\"", "CI"],
            BuildSecrets = ["id=npmrc,src=.npmrc", "id=token,env=NPM_TOKEN"],
            SshAgents = ["default"],
            Labels = ["title=The Shop"],
            Platforms = ["linux/arm64"],
            BuildxBuilder = "big",
            CacheFrom = ["type=registry,ref=ghcr.io/acme/shop:cache"],
            CacheTo = ["type=inline"],
            NetworkMode = "none",
        },
        "/home/me/my repo"
    );

    [Fact]
    public void A_cold_build_takes_nothing_from_any_cache() =>
        Assert.Equal(
            [
                "buildx",
                "build",
                "--progress=rawjson",
                "--metadata-file",
                "/m.json",
                "--file",
                "/repo/src/shop/Dockerfile",
                "--target",
                "production",
                "--build-arg",
                "BUILDKIT_CACHE_MOUNT_NS=dockerslim-shop",
                "--no-cache",
                "--load",
                "--tag",
                "ghcr.io/acme/shop:dockerslim",
                "/repo/src/shop",
            ],
            BuildxArguments.Build(Plain, Step(BuildScenario.Cold), "/m.json")
        );

    [Fact]
    public void The_time_of_the_sources_is_a_build_arg_and_layouts_have_it_in_every_file()
    {
        var dated = Targets.Of(Targets.Shop with { SourceEpoch = "1700000000" });
        var arguments = BuildxArguments.Build(dated, Step(BuildScenario.Cold), "/m.json");
        Assert.Equal("--build-arg", arguments[arguments.ToList().IndexOf("SOURCE_DATE_EPOCH=1700000000") - 1]);
        Assert.Contains("--load", arguments);
        Assert.Contains(
            "type=oci,tar=false,dest=/l,rewrite-timestamp=true",
            BuildxArguments.Build(dated with { LayoutDirectory = "/l" }, Step(BuildScenario.Cold), "/m.json")
        );
        // Stages are the same at any time: the question is asked once a Dockerfile, not once a commit.
        Assert.DoesNotContain(BuildxArguments.ListStages(dated), x => x.Contains("EPOCH", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_is_an_element_of_its_own() =>
        Assert.Equal(
            [
                "buildx",
                "build",
                "--progress=rawjson",
                "--metadata-file",
                "/tmp dir/m.json",
                "--file",
                "/home/me/my repo/docker files/Dockerfile.prod",
                "--builder",
                "big",
                "--platform",
                "linux/arm64",
                "--build-arg",
                "TITLE=Shop \"number one\"",
                "--build-arg",
                "CI",
                "--target",
                "production",
                "--build-arg",
                "BUILDKIT_CACHE_MOUNT_NS=dockerslim-shop",
                "--cache-from",
                "type=registry,ref=ghcr.io/acme/shop:cache",
                "--cache-to",
                "type=inline",
                "--network",
                "none",
                "--secret",
                "id=npmrc,src=/home/me/my repo/.npmrc",
                "--secret",
                "id=token,env=NPM_TOKEN",
                "--ssh",
                "default",
                "--label",
                "title=The Shop",
                "--load",
                "--tag",
                "ghcr.io/acme/shop:dockerslim",
                "/home/me/my repo/größe & more/the shop",
            ],
            BuildxArguments.Build(Full, Step(BuildScenario.Warm), "/tmp dir/m.json")
        );

    [Fact]
    public void A_cold_build_reads_no_cache_but_has_the_one_that_lies_in_the_image()
    {
        var arguments = BuildxArguments.Build(Full, Step(BuildScenario.Cold), "/m.json");
        Assert.Contains("--no-cache", arguments);
        Assert.DoesNotContain("--cache-from", arguments);
        Assert.Contains("type=inline", arguments);
    }

    [Fact]
    public void Only_the_step_that_exports_the_cache_writes_it_and_makes_no_image()
    {
        const string cache = "type=registry,ref=ghcr.io/acme/shop:cache";
        var target = Full with { Definition = Full.Definition with { CacheTo = ["type=inline", cache] } };
        var warm = BuildxArguments.Build(target, Step(BuildScenario.Warm), "/m.json");
        Assert.Equal(["type=inline"], After("--cache-to", warm));
        Assert.DoesNotContain("--no-cache", warm);

        var export = BuildxArguments.Build(target, new() { Scenario = BuildScenario.CacheExport, Stage = "production" }, "/m.json");
        Assert.Equal([cache], After("--cache-to", export));
        Assert.Equal([cache], After("--cache-from", export));
        Assert.Equal(["type=cacheonly"], After("--output", export));
        Assert.DoesNotContain("--tag", export);
    }

    [Theory]
    [InlineData(BuildScenario.Test)]
    [InlineData(BuildScenario.Priming)]
    public void What_makes_no_image_of_production_writes_no_cache(BuildScenario scenario) =>
        Assert.DoesNotContain("--cache-to", BuildxArguments.Build(Full, new() { Scenario = scenario, Stage = "test" }, "/m.json"));

    private static string[] After(string option, IReadOnlyList<string> arguments) =>
        [.. arguments.Zip(arguments.Skip(1)).Where(x => x.First == option).Select(x => x.Second)];

    [Fact]
    public void A_test_stage_without_a_command_stays_in_the_cache_and_has_no_labels() =>
        Assert.Equal(
            [
                "buildx",
                "build",
                "--progress=rawjson",
                "--metadata-file",
                "/m.json",
                "--file",
                "/repo/src/shop/Dockerfile",
                "--target",
                "test",
                "--build-arg",
                "BUILDKIT_CACHE_MOUNT_NS=dockerslim-shop",
                "--output",
                "type=cacheonly",
                "/repo/src/shop",
            ],
            BuildxArguments.Build(
                Targets.Of(Targets.Shop with { Labels = ["a=1"] }),
                new() { Scenario = BuildScenario.Test, Stage = "test" },
                "/m.json"
            )
        );

    [Fact]
    public void Results_are_taken_out_of_a_stage_behind_the_users_Dockerfile() =>
        Assert.Equal(
            [
                "buildx",
                "build",
                "--progress=rawjson",
                "--metadata-file",
                "/m.json",
                "--file",
                "/tmp/x/Dockerfile",
                "--target",
                ResultsStage.Name,
                "--build-arg",
                "BUILDKIT_CACHE_MOUNT_NS=dockerslim-shop",
                "--output",
                "type=local,dest=/tmp/x/out",
                "/repo/src/shop",
            ],
            BuildxArguments.Build(
                Plain,
                new()
                {
                    Scenario = BuildScenario.Test,
                    Stage = "test",
                    ResultsPath = "/out",
                },
                "/m.json",
                new ResultsExport("/tmp/x/Dockerfile", "/tmp/x/out")
            )
        );

    [Fact]
    public void A_comma_in_a_path_of_a_value_with_several_fields_is_quoted()
    {
        var arguments = BuildxArguments.Build(
            Targets.Of(Targets.Shop with { BuildSecrets = ["id=npmrc,\"src=a,b/.npmrc\""] }),
            new() { Scenario = BuildScenario.Test, Stage = "test" },
            "/m.json",
            new ResultsExport("/tmp/x,y/Dockerfile", "/tmp/x,y/out")
        );
        Assert.Contains("type=local,\"dest=/tmp/x,y/out\"", arguments);
        Assert.Contains("id=npmrc,\"src=/repo/a,b/.npmrc\"", arguments);
    }

    [Fact]
    public void Every_build_of_an_image_shares_its_cache_mounts_with_no_other()
    {
        foreach (var scenario in Enum.GetValues<BuildScenario>())
        {
            var arguments = BuildxArguments.Build(Plain, Step(scenario), "/m.json").ToList();
            var at = arguments.IndexOf("BUILDKIT_CACHE_MOUNT_NS=dockerslim-shop");
            Assert.Equal("--build-arg", arguments[at - 1]);
        }
    }

    [Fact]
    public void Stages_and_checks_are_asked_for_with_what_they_depend_on()
    {
        string[] source =
        [
            "--file",
            "/home/me/my repo/docker files/Dockerfile.prod",
            "--builder",
            "big",
            "--platform",
            "linux/arm64",
            "--build-arg",
            "TITLE=Shop \"number one\"",
            "--build-arg",
            "CI",
            "/home/me/my repo/größe & more/the shop",
        ];
        Assert.Equal(["buildx", "build", "--call=targets,format=json", .. source], BuildxArguments.ListStages(Full));
        Assert.Equal(["buildx", "build", "--call=check,format=json", .. source], BuildxArguments.Check(Full));
    }

    private static BuildStep Step(BuildScenario scenario) =>
        new()
        {
            Scenario = scenario,
            Stage = "production",
            Reference = Plain.ProductionReference,
        };
}
