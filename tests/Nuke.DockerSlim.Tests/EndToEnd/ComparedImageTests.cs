using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

public sealed class ComparedImageTests
{
    [EngineTheory, OnBothStores]
    public async Task What_a_build_adds_and_drops_is_told_by_path_and_line_wherever_the_other_image_lies(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var repository = $"{Stores.Registry}/{build.Name}";
        build.WriteImage(production: "mkdir -p /opt/tools && printf '%0300000d' 0 > /opt/tools/old && echo first > /made");
        (await build.SlimAsync("--image-repository", repository, "--push-image", "--image-tags", "main")).MustEnd(0);
        await DockerAsync(build, "tag", $"{repository}:dockerslim", $"{build.Name}:main");
        await DockerAsync(build, "save", "--output", build["main.tar"], $"{build.Name}:main");
        build.WriteImage(production: "mkdir -p /srv && printf '%0200000d' 0 > /srv/new && echo second time > /made");
        string[] places = [$"docker-daemon:{build.Name}:main", $"docker://{repository}:main", $"docker-archive:{build["main.tar"]}"];
        (await build.SlimAsync()).MustEnd(0);

        foreach (var place in places)
        {
            var run = await build.RunAsync("MeasureImage", "--compared-image", place);
            run.MustEnd(0).MustSay($"compared  with", "/opt/tools/old", "/srv/new", "no longer there, brought by");
            var report = build.Report();
            // "first" has five letters and its line end, "second time" five more.
            Assert.Equal(
                (200_000 - 300_000 + 6, 200_000, 6, 300_000),
                (Number("delta"), Number("added"), Number("changed"), Number("removed"))
            );
            Assert.Equal(report.At("contents.liveBytes"), report.At("comparison.liveBytes"));
            Assert.Equal(["/opt/tools/old", "/srv/new", "/made"], report.Items("comparison.paths").Select(x => x.At("path")));
            var line = report.Items("layers")[^1].At("line");
            Assert.NotEqual("", line);
            Assert.Equal((line, "200012"), (report.At("comparison.brought.0.line"), report.At("comparison.brought.0.bytes")));
            Assert.Equal(("", "300006"), (report.At("comparison.gone.0.line"), report.At("comparison.gone.0.bytes")));
            Assert.StartsWith("RUN mkdir -p /opt/tools", report.At("comparison.gone.0.instruction"), StringComparison.Ordinal);

            long Number(string name) => report.NumberAt($"comparison.{name}Bytes");
        }
        await DockerAsync(build, "rmi", $"{build.Name}:main");
        (await build.RunAsync("MeasureImage", "--compared-image", places[0])).MustEnd(4).MustSay($"{build.Name}:main");
    }

    private static async Task DockerAsync(UserBuild build, params string[] arguments)
    {
        var run = await Tool.RunAsync("docker", arguments, new Dictionary<string, string?> { ["DOCKER_HOST"] = build.Engine.Host });
        Assert.True(run.ExitCode == 0, run.Output);
    }
}
