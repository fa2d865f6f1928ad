using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>The packages of a real image, written for other tools.</summary>
public sealed class SbomFileTests
{
    [EngineTheory, OnBothStores]
    public async Task Packages_are_written_with_layer_and_line(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(
            production: """mkdir -p /node_modules/a && echo '{"name":"a","version":"1.0","license":"MIT"}' > /node_modules/a/package.json"""
        );
        build.Write("out/sbom.json", "what an earlier run left");

        (await build.SlimAsync("--sbom-file", "out/sbom.json")).MustEnd(0);

        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(build["out/sbom.json"]));
        var sbom = file.RootElement;
        Assert.Equal(("CycloneDX", "1.6"), (sbom.At("bomFormat"), sbom.At("specVersion")));
        Assert.Equal(build.Report().At("image.platform"), sbom.At("metadata.component.properties.0.value"));
        var package = Assert.Single(sbom.Items("components"), x => x.At("type") == "library");
        Assert.Equal(("a", "pkg:npm/a@1.0", "MIT"), (package.At("name"), package.At("purl"), package.At("licenses.0.license.id")));
        Assert.Contains(package.Items("properties"), x => (x.At("name"), x.At("value")) == ("nuke-dockerslim:line", "8"));
        Assert.Equal(["sbom.json"], Directory.GetFiles(build["out"]).Select(Path.GetFileName));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_run_that_fails_before_leaves_none(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "exit 1");
        build.Write("sbom.json", "what an earlier run left");

        (await build.SlimAsync("--sbom-file", "sbom.json")).MustEnd(1);

        Assert.False(File.Exists(build["sbom.json"]));
        Directory.CreateDirectory(build["folder"]);
        (await build.SlimAsync("--sbom-file", "folder")).MustEnd(1).MustSay("folder cannot be written", "--sbom-file").MustNotSay("warm");
    }
}
