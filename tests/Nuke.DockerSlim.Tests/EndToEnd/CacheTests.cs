using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Caches that other machines read.</summary>
public sealed class CacheTests
{
    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task A_cache_is_written_by_itself_and_read_by_a_builder_of_another_kind(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build);
        build.WriteImage();
        var cache = $"type=registry,ref={Stores.Registry}/{build.Name}-cache:{{image}}";

        var run = await build.RunAsync(
            "BuildImage",
            "--scenarios",
            "warm,ci",
            "--cache-to",
            cache,
            "type=gha",
            "--cache-from",
            cache,
            "--fresh-builder",
            RemoteBuilder.Name
        );

        run.MustEnd(0).MustSay("export of the cache: ", "--cache-to type=gha is left out");
        var report = build.Report();
        Assert.NotEqual("", report.At("builds.cacheExport.milliseconds"));
        // It is the same engine's: what it held shows that it is no fresh machine.
        Assert.Matches("^not ci: the builder 'far' held [0-9]+ results before", report.At("builds.ci.void"));
        Assert.Equal(report.At("builds.ci.steps"), report.At("builds.ci.cachedSteps"));
        Assert.NotEqual("", await RegistryContent.DigestAsync($"{build.Name}-cache", build.Name));
        Assert.Empty(Directory.EnumerateDirectories(build[".nuke/temp/dockerslim"], "ci-*"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_fresh_builder_that_does_not_exist_is_said_before_anything_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        var run = await build.RunAsync("BuildImage", "--scenarios", "ci", "--cache-from", "acme/cache", "--fresh-builder", "gone");
        run.MustEnd(4).MustSay("The buildx builder 'gone' of --fresh-builder cannot be used").MustNotSay("production build");
    }

    [EngineTheory, OnBothStores]
    public async Task A_cache_that_cannot_be_written_is_told_with_the_way_around(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        string[] arguments = ["BuildImage", "--scenarios", "warm", "--cache-to", "type=registry,ref=127.0.0.1:9/cache"];
        if (store == Stores.Classic)
        {
            (await build.RunAsync(arguments)).MustEnd(1).MustSay("cannot write a cache of type=registry with the classic image store");
            return;
        }
        (await build.RunAsync(arguments)).MustEnd(4).MustSay("its cache could not be written", "ignore-error=true");
        build.Environment["GITHUB_ACTOR"] = "dependabot[bot]";
        (await build.RunAsync(arguments)).MustEnd(0);
        Assert.Contains(build.Report().Items("findings"), x => x.At("rule") == "cache-not-used");
    }
}
