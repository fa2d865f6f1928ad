using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A parameter has one name in all places; the command line wins over the environment, that over the file.</summary>
public sealed class ParameterTests
{
    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Limits_come_from_the_file_the_environment_and_the_command_line(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        build.Write(
            ".nuke/parameters.json",
            """{ "DownloadSize": "30MB", "UnpackedSize": "40MB", "ColdBuild": "9m", "Scenarios": ["cold", "warm"], "ImageLabels": ["a=1"] }"""
        );
        build.Environment["UNPACKED_SIZE"] = "41MB";
        build.Environment["NUKE_COLD_BUILD"] = "8m";
        build.Environment["WARM_BUILD"] = "7m";

        (await build.RunAsync("SlimImage", "--cold-build", "6m")).MustEnd(0);

        var limits = build.Report().Items("budget").Select(x => x.At("limit")).Where(x => x.Length > 0);
        Assert.Equal(["30000000", "41000000", "360000", "420000"], limits);
        var image = await build.Engine.Client.Images.InspectImageAsync($"{build.Name}:dockerslim");
        Assert.Equal("1", image.Config.Labels["a"]);
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task Build_args_labels_and_lists_reach_the_build(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(test: "test -e /bin/sh");
        build.Write("Dockerfile", File.ReadAllText(build["Dockerfile"]) + "ARG FIRST\nARG SECOND\nENV BOTH=\"$FIRST+$SECOND\"\n");
        build.Environment["SECOND"] = "from the environment";

        var run = await build.RunAsync([
            "SlimImage",
            "--build-args",
            "FIRST=a b",
            "SECOND",
            "--image-labels",
            "one=1",
            "two=x y",
            "--scenarios",
            "warm",
        ]);

        run.MustEnd(0);
        var image = await build.Engine.Client.Images.InspectImageAsync($"{build.Name}:dockerslim");
        Assert.Contains("BOTH=a b+from the environment", image.Config.Env);
        Assert.Equal(("1", "x y"), (image.Config.Labels["one"], image.Config.Labels["two"]));
        Assert.Equal("", build.Report().At("builds.cold"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_switch_is_set_by_its_name_alone_or_by_true(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\n");
        build.Environment["ALLOW_UNTESTED"] = "true";

        (await build.SlimAsync()).MustEnd(0);
        (await build.SlimAsync("--allow-untested", "false")).MustEnd(1).MustSay("no test stage");
    }
}
