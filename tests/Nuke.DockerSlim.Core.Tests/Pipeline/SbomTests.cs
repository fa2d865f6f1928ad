using System.Text.Json.Nodes;
using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Errors;

namespace Nuke.DockerSlim.Tests.Pipeline;

/// <summary>The file of packages, on its way through the targets.</summary>
public sealed class SbomTests : PipelineTest
{
    [Fact]
    public async Task Measuring_writes_it_in_one_piece_and_a_run_that_fails_leaves_none()
    {
        Take(Work.Target.Definition with { SbomFile = "out/sbom.cdx.json" });
        var file = Path.Combine(Context, "out", "sbom.cdx.json");
        await MeasuredAsync();
        var image = JsonNode.Parse(File.ReadAllText(file))!["metadata"]!["component"]!;
        Assert.Equal((Manifest.Value, "acme/shop"), ((string)image["version"]!, (string)image["name"]!));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));

        SbomWork.Begin(Work);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_said_before_anything_is_built()
    {
        Take(Work.Target.Definition with { SbomFile = "Dockerfile/sbom.json" });
        Assert.Contains("--sbom-file", Assert.Throws<InputException>(() => SbomWork.Begin(Work)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_being_asked_for_there_is_none()
    {
        await MeasuredAsync();
        Assert.Empty(Directory.GetFiles(Context, "*sbom*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("out/sbom.cdx.json", "-linux-arm64", "out/sbom-linux-arm64.cdx.json")]
    [InlineData(".sbom.json", "-a", ".sbom-a.json")]
    [InlineData("sbom", "-a", "sbom-a")]
    [InlineData("a.b/sbom", "-a", "a.b/sbom-a")]
    public void Several_of_them_are_told_apart_by_their_names(string path, string more, string name) =>
        Assert.Equal(name, FileNaming.With(path, more));

    [Fact]
    public void Each_of_several_images_has_its_own()
    {
        ImageDefinition[] declared = [new("acme/shop"), new("acme/web") { SbomFile = "web.json" }];
        var set = DefinitionOverrides.Apply(declared, new ImageParameters { SbomFile = "/out/sbom.json" });
        Assert.Equal(["/out/sbom-shop.json", "/out/sbom-web.json"], set.Select(x => x.SbomFile));
        Assert.Equal([null, "web.json"], DefinitionOverrides.Apply(declared, new()).Select(x => x.SbomFile));
        Assert.Equal(
            "2 images write their packages to web.json (shop, web); name a file for each.",
            DefinitionChecks.Problems([new("acme/shop") { SbomFile = "web.json" }, declared[1]])[0]
        );
    }
}
