using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What a run comes to when all is well.</summary>
public sealed class GoodRunTests
{
    [EngineTheory, OnBothStores]
    public async Task A_run_ends_in_a_table_and_a_report(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync("SlimImage", "--download-size", "50MB", "--cold-build", "5m");

        run.MustEnd(0).MustSay("download size", "50.0 MB", "unpacked size", "cold build", "warm build", $"{build.Name}: good");
        var report = build.Report();
        Assert.Equal("1", report.At("schemaVersion"));
        Assert.Equal(build.Name, report.At("image.name"));
        Assert.Equal($"{build.Name}:dockerslim", report.At("image.localReference"));
        Assert.Equal("linux", report.At("image.platform").Split('/')[0]);
        Assert.StartsWith("sha256:", report.At("image.configDigest"), StringComparison.Ordinal);
        Assert.Equal(store == Stores.Containerd, report.At("image.digest").Length > 0);
        Assert.Equal(store == Stores.Containerd ? "containerd" : "overlay2", report.At("tool.store"));
        Assert.Equal("passed", report.At("tests.status"));
        Assert.Equal("good", report.At("outcome"));
        Assert.Equal("False", report.At("push.pushed"));
    }

    [EngineTheory, OnBothStores]
    public async Task Sizes_are_the_sums_of_the_layers_and_each_layer_names_its_line(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "cat /bin/cat /bin/ls > /made");

        (await build.SlimAsync()).MustEnd(0);

        var report = build.Report();
        var layers = report.Items("layers");
        Assert.Equal(2, layers.Count);
        Assert.Equal(["True", "False"], layers.Select(x => x.At("fromBase")));
        Assert.Equal(["1", "8"], layers.Select(x => x.At("line")));
        Assert.Equal("RUN cat /bin/cat /bin/ls > /made", layers[1].At("instruction"));
        Assert.Equal(report.NumberAt("sizes.unpackedBytes"), layers.Sum(x => x.NumberAt("unpackedBytes")));
        Assert.Equal(report.NumberAt("sizes.ownUnpackedBytes"), layers[1].NumberAt("unpackedBytes"));
        Assert.InRange(report.NumberAt("sizes.downloadBytes"), layers.Sum(x => x.NumberAt("downloadBytes")), long.MaxValue);
        Assert.Equal(store == Stores.Containerd ? "True" : "False", report.At("sizes.downloadIsExact"));
    }

    [EngineTheory, OnBothStores]
    public async Task Cold_runs_every_step_and_warm_none(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.RunAsync("SlimImage")).MustEnd(0);
        (await build.RunAsync("SlimImage")).MustEnd(0);

        var report = build.Report();
        Assert.Equal(("1", "0"), (report.At("builds.cold.steps"), report.At("builds.cold.cachedSteps")));
        Assert.Equal(("1", "1"), (report.At("builds.warm.steps"), report.At("builds.warm.cachedSteps")));
        Assert.Equal("", report.At("builds.cold.void") + report.At("builds.warm.void"));
    }

    [EngineTheory, OnBothStores]
    public async Task Tests_that_passed_before_are_reused_and_said_to_be(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.RunAsync("TestImage")).MustEnd(0);
        Assert.Equal("passed", build.Report().At("tests.status"));
        (await build.SlimAsync()).MustEnd(0).MustSay("reused");
        Assert.Equal("reused", build.Report().At("tests.status"));
    }

    [EngineTheory, OnBothStores]
    public async Task A_run_leaves_one_image_and_nothing_else(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.RunAsync("SlimImage", "--test-command", $"echo {build.Name}")).MustEnd(0);

        Assert.Equal([$"{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
        await build.Engine.RemoveImagesAsync(build.Name);
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task A_folder_with_spaces_and_other_letters_is_slimmed_as_an_image_of_the_moment(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        var folder = Path.Combine("..", $"{build.Name} Größe 大きさ");
        build.WriteImage(folder);
        build.Write(Path.Combine(folder, "späť.txt"), "x");
        File.AppendAllText(build[Path.Combine(folder, "Dockerfile")], "COPY späť.txt /\n");

        var run = await build.SlimAsync("--build-context", folder, "--image-repository", $"{build.Name}/thing");

        run.MustEnd(0).MustSay("thing: good");
        Assert.Equal("COPY späť.txt /", build.Report("thing").At("layers.2.instruction"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task An_image_of_the_moment_is_named_after_its_folder(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage($"{build.Name} Shop");

        (await build.SlimAsync("--dockerfile", $"{build.Name} Shop/Dockerfile")).MustEnd(0);

        Assert.Equal($"{build.Name}-shop", build.Report($"{build.Name}-shop").At("image.name"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task The_targets_and_parameters_of_the_build_itself_still_work(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync("LintImage", "Greet", "--greeted", "the world");

        run.MustEnd(0).MustSay("Hello, the world.");
    }
}
