using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Each target alone, from what an earlier one left.</summary>
public sealed class TargetsAloneTests
{
    [EngineTheory, OnBothStores]
    public async Task One_after_the_other_they_come_to_what_all_at_once_come_to(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        string[] pushed = ["--image-repository", $"{Stores.Registry}/{build.Name}"];

        (await build.RunAsync(["LintImage", .. pushed])).MustEnd(0);
        Assert.False(File.Exists(build[$"artifacts/images/{build.Name}/slim-report.json"]));
        (await build.RunAsync(["BuildImage", .. pushed, "--scenarios", "warm"])).MustEnd(0);
        Assert.Equal("incomplete", build.Report().At("outcome"));
        (await build.RunAsync(["TestImage", .. pushed])).MustEnd(0);
        (await build.RunAsync(["MeasureImage", .. pushed])).MustEnd(0).MustSay("unpacked size", $"{build.Name}: good");
        (await build.RunAsync(["CheckBudgets", .. pushed, "--unpacked-size", "1MB"])).MustEnd(3).MustSay("exceeds 1.0 MB");
        Assert.Equal("budgetExceeded", build.Report().At("outcome"));
        (await build.RunAsync(["PushImage", .. pushed, "--image-tags", "ci"])).MustEnd(3).MustSay("was not pushed: unpacked size");
        (await build.RunAsync(["CheckBudgets", .. pushed, "--unpacked-size", "10MB"])).MustEnd(0).MustSay("within");
        (await build.RunAsync(["PushImage", .. pushed, "--image-tags", "ci"])).MustEnd(0);

        var report = build.Report();
        Assert.Equal(("good", "passed", "True"), (report.At("outcome"), report.At("tests.status"), report.At("push.pushed")));
        Assert.Equal(report.At("push.digest"), await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory]
    [OnStore(Stores.Classic, "MeasureImage", 1)]
    [OnStore(Stores.Classic, "CheckBudgets", 1)]
    [OnStore(Stores.Classic, "PushImage", 1)]
    public async Task What_needs_a_report_says_so_where_there_is_none(string store, string target, int exitCode)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync(target, "--image-tags", "a");

        run.MustEnd(exitCode).MustSay($"artifacts/images/{build.Name}/slim-report.json", "run ./build.sh").MustNotSay("incomplete");
        Assert.False(File.Exists(build[$"artifacts/images/{build.Name}/slim-report.json"]));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task Measuring_an_image_that_somebody_took_away_says_so(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.RunAsync("BuildImage", "--scenarios", "warm")).MustEnd(0);
        await build.Engine.RemoveImagesAsync(build.Name);

        var run = await build.RunAsync("MeasureImage");

        run.MustEnd(4).MustSay($"The engine has no image {build.Name}:dockerslim; build it with ./build.sh BuildImage.");
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_report_of_a_newer_version_is_left_alone(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        var file = build.Write($"artifacts/images/{build.Name}/slim-report.json", """{ "schemaVersion": 99, "surprise": true }""");

        var run = await build.RunAsync("CheckBudgets");

        run.MustEnd(1).MustSay("was written by a newer version (schema 99");
        Assert.Contains("surprise", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task What_an_image_weighed_before_is_not_what_the_next_build_weighs(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.SlimAsync()).MustEnd(0);

        build.WriteImage(production: "cat /bin/cat > /made");
        (await build.RunAsync("BuildImage", "--scenarios", "warm")).MustEnd(0);

        Assert.Equal("", build.Report().At("sizes"));
    }
}
