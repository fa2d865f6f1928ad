using System.Text.Json;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

public sealed class SarifFileTests
{
    [EngineTheory, OnBothStores]
    public async Task What_a_failed_run_found_is_written_for_code_scanning(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        build.Write("out/slim.sarif", "what an earlier run left");

        var run = await build.SlimAsync("--error-rules", "root-user", "--sarif-file", "out/slim.sarif");

        run.MustEnd(3);
        using var log = JsonDocument.Parse(await File.ReadAllTextAsync(build["out/slim.sarif"]));
        var sarif = log.RootElement;
        Assert.Equal("2.1.0", sarif.At("version"));
        var found = Assert.Single(sarif.Items("runs.0.results"), x => x.At("ruleId") == "root-user");
        Assert.Equal("error", found.At("level"));
        Assert.Equal("Dockerfile", found.At("locations.0.physicalLocation.artifactLocation.uri"));
        Assert.Equal(
            build.Report().Items("findings").Single(x => x.At("rule") == "root-user").At("line"),
            found.At("locations.0.physicalLocation.region.startLine")
        );
        Assert.Equal(["slim.sarif"], Directory.GetFiles(build["out"]).Select(Path.GetFileName));
    }

    [EngineTheory, OnBothStores]
    public async Task A_place_that_cannot_be_written_ends_the_run_before_anything_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        Directory.CreateDirectory(build["slim.sarif"]);
        (await build.SlimAsync("--sarif-file", "slim.sarif"))
            .MustEnd(1)
            .MustSay("slim.sarif cannot be written", "--sarif-file")
            .MustNotSay("warm");
    }
}
