using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Several images built and tested at the same time.</summary>
public sealed class ParallelImagesTests
{
    [EngineTheory, OnBothStores]
    public async Task One_that_fails_does_not_stop_the_others_and_times_say_that_they_were_taken_together(string store)
    {
        await using var build = await SeveralAsync(store);
        build.WriteImage("api");
        build.WriteImage("broken", production: "exit 5");
        build.WriteImage("web", test: "exit 6");

        var run = await build.SlimAsync("--parallel-images", "8", "--warm-build", "1ms");

        run.MustEnd(1)
            .MustSay("api: good", "broken: failed", "web: tests failed", "exit code 5", "exit code 6", "beside up to 2 other images");
        Assert.Equal(["good", "failed", "testsFailed"], new[] { "api", "broken", "web" }.Select(x => build.Report(x).At("outcome")));
        Assert.Equal("3", build.Report("api").At("builds.warm.parallelImages"));
        Assert.Contains(build.Report("api").Items("budget"), x => (x.At("name"), x.At("verdict")) == ("WarmBuild", "inconclusive"));
    }

    [EngineTheory, OnBothStores]
    public async Task All_run_at_once_and_Ctrl_C_ends_all(string store)
    {
        await using var build = await SeveralAsync(store);
        foreach (var image in new[] { "api", "broken", "web" })
            build.WriteImage(image, production: $"echo {image}; {build.Sleep}");
        await using var running = build.Start("BuildImage", "--parallel-images", "2");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Count(x => true) >= 2, "two steps ran");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay("Interrupted while working on api, broken");
        await build.MustLeaveNothingAsync();
    }

    [Fact]
    public async Task What_is_no_number_is_said_before_anything_runs()
    {
        await using var build = UserBuild.WithoutEngine();
        build.WriteImage();
        (await build.RunAsync("SlimImage", "--parallel-images", "many"))
            .MustEnd(1)
            .MustSay("--parallel-images: 'many' is not a number of images");
    }

    private static async Task<UserBuild> SeveralAsync(string store)
    {
        var build = await UserBuild.OnAsync(store);
        build.Environment["USER_BUILD"] = "several";
        return build;
    }
}
