using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Tests.Configuration;

/// <summary>Which images a run works on: the declared ones, some of them, or one of the moment.</summary>
public sealed class ImageChoiceTests
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
    public void A_build_context_makes_an_image_of_the_moment_in_place_of_the_declared_ones()
    {
        var image = Assert.Single(
            DefinitionOverrides.Apply([Shop, Web], new() { BuildContext = "/home/me/My Thing/", DownloadSize = "9MB" })
        );
        Assert.Equal(("my-thing", "/home/me/My Thing/", (string?)null), (image.Repository, image.BuildContext, image.Dockerfile));
        Assert.Equal(new ImageBudget { DownloadSize = 9.MB }, image.Budget);
        Assert.Empty(image.Tags);
    }

    [Fact]
    public void A_Dockerfile_alone_is_built_in_its_own_folder()
    {
        var image = DefinitionOverrides.Apply([], new() { Dockerfile = "/src/thing/Dockerfile.prod" })[0];
        Assert.Equal(("thing", "/src/thing", "/src/thing/Dockerfile.prod"), (image.Repository, image.BuildContext, image.Dockerfile));
    }

    [Fact]
    public void Dockerfile_context_and_repository_may_all_be_given()
    {
        var image = DefinitionOverrides.Apply(
            [Shop],
            new()
            {
                Dockerfile = "/d/Dockerfile",
                BuildContext = "/c",
                ImageRepository = "acme/thing",
            }
        )[0];
        Assert.Equal(("acme/thing", "/c", "/d/Dockerfile"), (image.Repository, image.BuildContext, image.Dockerfile));
    }

    [Theory]
    [InlineData("shop", "shop")]
    [InlineData("Orders API", "orders-api")]
    [InlineData("--x--", "x")]
    [InlineData("größe", "gr--e")]
    [InlineData("a !? b", "a--b")]
    [InlineData("日本", "image")]
    [InlineData("", "image")]
    public void A_folder_lends_its_name_to_a_repository(string folder, string repository)
    {
        Assert.Equal(repository, DefinitionOverrides.RepositoryFrom(folder));
        Assert.Equal(repository, ImageReference.Parse(repository).Path);
    }

    [Fact]
    public void Only_some_of_the_images_are_worked_on()
    {
        Assert.Equal(["orders-web"], DefinitionOverrides.Apply([Shop, Web], new() { OnlyImage = ["Orders-Web"] }).Select(x => x.Name));
        Assert.Equal(["shop", "orders-web"], DefinitionOverrides.Apply([Shop, Web], new() { OnlyImage = [] }).Select(x => x.Name));
    }

    [Theory]
    [InlineData("order-web", "There is no image 'order-web'; did you mean --only-image orders-web?")]
    [InlineData("billing", "There is no image 'billing'; the build declares shop, orders-web.")]
    public void An_image_that_does_not_exist_is_said_with_those_that_do(string name, string problem) =>
        Assert.Equal([problem], Problems([Shop, Web], new() { OnlyImage = [name] }));

    [Fact]
    public void An_image_out_of_none_cannot_be_picked() =>
        Assert.Equal(["There is no image 'shop'; the build declares no image."], Problems([], new() { OnlyImage = ["shop"] }));

    [Fact]
    public void One_repository_for_several_images_is_refused()
    {
        string[] problem = ["--image-repository is given for 2 images; say which one with --only-image NAME."];
        Assert.Equal(problem, Problems([Shop, Web], new() { ImageRepository = "x" }));
        Assert.Equal(problem, Problems([Shop, Web], new() { ImageRepository = "x", OnlyImage = ["shop", "orders-web"] }));
        Assert.Equal("x", DefinitionOverrides.Apply([Shop, Web], new() { ImageRepository = "x", OnlyImage = ["shop"] })[0].Repository);
    }

    private static IReadOnlyList<string> Problems(IEnumerable<ImageDefinition> declared, ImageParameters parameters) =>
        Assert.Throws<InputException>(() => DefinitionOverrides.Apply(declared, parameters)).Problems;

    [Theory]
    [InlineData("docker://ghcr.io/acme/web:1", "ghcr.io/acme/web", "web")]
    [InlineData("docker-archive:/tmp/My Web.tar", "my-web", "my-web")]
    [InlineData("nonsense", "nonsense", "nonsense")]
    public void A_measured_image_is_one_of_the_moment_named_after_its_place(string source, string repository, string name)
    {
        var image = Assert.Single(DefinitionOverrides.Apply([Shop, Web], new() { MeasuredImage = source, UnpackedSize = "9MB" }));
        Assert.Equal((repository, name, source), (image.Repository, image.Name, image.MeasuredImage));
        Assert.Equal(new ImageBudget { UnpackedSize = 9.MB }, image.Budget);
        Assert.True(image.AllowUntested);
    }

    [Fact]
    public void A_measured_image_is_held_against_a_declared_ones_limits_when_that_is_named()
    {
        var parameters = new ImageParameters { MeasuredImage = "oci:out", OnlyImage = ["shop"] };
        var image = Assert.Single(DefinitionOverrides.Apply([Shop, Web], parameters));
        Assert.Equal((Shop.Repository, "oci:out", Shop.Budget), (image.Repository, image.MeasuredImage, image.Budget));
        var e = Assert.Throws<InputException>(() =>
            DefinitionOverrides.Apply([Shop, Web], parameters with { OnlyImage = ["shop", "orders-web"] })
        );
        Assert.Equal("--measured-image is given for 2 images; say which one with --only-image NAME.", e.Message);
    }

    [Fact]
    public void A_compared_image_is_one_images()
    {
        var parameters = new ImageParameters { ComparedImage = "oci:out" };
        var e = Assert.Throws<InputException>(() => DefinitionOverrides.Apply([Shop, Web], parameters));
        Assert.Equal("--compared-image is given for 2 images; say which one with --only-image NAME.", e.Message);
        var image = Assert.Single(DefinitionOverrides.Apply([Shop, Web], parameters with { OnlyImage = ["shop"] }));
        Assert.Equal("oci:out", image.ComparedImage);
        Assert.StartsWith(
            "--compared-image: 'out' does not say",
            Assert.Single(DefinitionChecks.Problems([image with { ComparedImage = "out" }]))
        );
    }

    [Fact]
    public void The_bandwidth_of_a_pull_is_read_for_every_image()
    {
        Assert.All(
            DefinitionOverrides.Apply([Shop, Web], new() { PullBandwidth = "1Gbit/s" }),
            x => Assert.Equal("1 Gbit/s", x.PullBandwidth.Text)
        );
        var e = Assert.Throws<InputException>(() => DefinitionOverrides.Apply([Shop], new() { PullBandwidth = "fast" }));
        Assert.Equal("--pull-bandwidth: 'fast' is not a bandwidth; write a number and a unit, such as 100Mbit/s or 1Gbit/s.", e.Message);
    }
}
