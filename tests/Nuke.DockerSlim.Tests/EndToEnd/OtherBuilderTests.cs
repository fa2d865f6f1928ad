using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Builders that do not work in the engine: the image is measured and pushed where they leave it.</summary>
public sealed class OtherBuilderTests
{
    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_image_that_is_not_in_the_engine_is_built_tested_measured_and_pushed_as_it_was_measured(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build);
        build.WriteImage(production: "cat /bin/cat /bin/ls > /made");
        var repository = $"{Stores.Registry}/{build.Name}";

        var run = await build.RunAsync([
            "SlimImage",
            "--buildx-builder",
            RemoteBuilder.Name,
            "--image-repository",
            repository,
            "--test-command",
            "test -e /bin/ls",
            "--push-image",
            "--image-tags",
            "1,latest",
        ]);

        run.MustEnd(0).MustSay($"{build.Name}: good").MustNotSay("docker run");
        var report = build.Report();
        Assert.Equal($"oci:artifacts/images/{build.Name}/layout:dockerslim", report.At("image.source"));
        Assert.Equal(("", "True"), (report.At("image.localReference"), report.At("sizes.downloadIsExact")));
        Assert.Equal(("0", "1"), (report.At("builds.cold.cachedSteps"), report.At("builds.warm.cachedSteps")));
        Assert.Equal("passed", report.At("tests.status"));
        Assert.Equal(["1", "8"], report.Items("layers").Select(x => x.At("line")));
        Assert.Equal(report.At("image.digest"), await RegistryContent.DigestAsync(build.Name, "1"));
        Assert.Equal(report.At("image.digest"), await RegistryContent.DigestAsync(build.Name, "latest"));
        // One image is kept, and nothing of it in the engine.
        Assert.Equal(
            report.Items("layers").Count + 2,
            Directory.GetFiles(build[$"artifacts/images/{build.Name}/layout/blobs/sha256"]).Length
        );
        Assert.Empty(await build.Engine.NamesAsync(build.Name));
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Later_targets_go_on_from_where_the_image_was_left_even_without_an_engine(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        await using var builder = await RemoteBuilder.OnAsync(build);
        build.WriteImage();
        build.Environment["DOCKER_HOST"] = "unix:///nowhere/docker.sock";
        build.Environment["BUILDX_BUILDER"] = RemoteBuilder.Name;
        (await build.RunAsync("BuildImage", "--scenarios", "warm")).MustEnd(0);

        (await build.RunAsync("MeasureImage", "--image-repository", build.Name)).MustEnd(0).MustSay("unpacked size");

        Assert.Equal("True", build.Report().At("sizes.downloadIsExact"));
        build.Environment.Remove("BUILDX_BUILDER");
        Directory.Delete(build[$"artifacts/images/{build.Name}/layout"], recursive: true);
        (await build.RunAsync("MeasureImage")).MustEnd(4).MustSay("No Docker engine answers");
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_builder_that_does_not_exist_is_said_before_anything_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.RunAsync("SlimImage", "--buildx-builder", "gone")).MustEnd(4).MustSay("The buildx builder 'gone' cannot be used");
    }
}
