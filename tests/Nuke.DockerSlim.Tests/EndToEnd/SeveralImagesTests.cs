using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A build that declares several images.</summary>
public sealed class SeveralImagesTests
{
    [EngineTheory, OnBothStores]
    public async Task One_that_cannot_be_built_does_not_hide_the_others(string store)
    {
        await using var build = await SeveralAsync(store);
        build.WriteImage("api");
        build.WriteImage("broken", production: "exit 5");
        build.WriteImage("web", test: "exit 6");

        var run = await build.SlimAsync();

        run.MustEnd(1).MustSay("api: good", "broken: failed", "web: tests failed", "exit code 5", "exit code 6");
        Assert.Equal(["good", "failed", "testsFailed"], new[] { "api", "broken", "web" }.Select(x => build.Report(x).At("outcome")));
        Assert.NotEqual("", build.Report("web").At("sizes"));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Only_the_named_ones_are_worked_on(string store)
    {
        await using var build = await SeveralAsync(store);
        build.WriteImage("api");
        build.WriteImage("broken", production: "exit 5");
        build.WriteImage("web");

        (await build.SlimAsync("--only-image", "web,api")).MustEnd(0).MustSay("api: good", "web: good");

        Assert.False(Directory.Exists(build["artifacts/images/broken"]));
        (await build.RunAsync("SlimImage", "--only-image", "weg")).MustEnd(1).MustSay("did you mean --only-image web?");
        (await build.RunAsync("SlimImage", "--image-repository", "x")).MustEnd(1).MustSay("say which one with --only-image NAME");
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_limit_counts_for_each_and_all_overruns_are_named(string store)
    {
        await using var build = await SeveralAsync(store);
        build.WriteImage("api");
        build.WriteImage("web");

        var run = await build.SlimAsync("--unpacked-size", "1MB");

        run.MustEnd(3).MustSay("api: unpacked size 3.9 MB exceeds", "web: unpacked size 3.9 MB exceeds");
    }

    private static async Task<UserBuild> SeveralAsync(string store)
    {
        var build = await UserBuild.OnAsync(store);
        build.Environment["USER_BUILD"] = "several";
        return build;
    }
}
