using Docker.DotNet.Models;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What is pushed, and what a registry that does not take it leads to.</summary>
public sealed class PushTests
{
    [EngineTheory, OnBothStores]
    public async Task The_registry_holds_the_reported_digest_under_every_tag(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await PushAsync(build, $"{Stores.Registry}/{build.Name}", "1.4.2,latest");

        run.MustEnd(0).MustSay("pushed", "1.4.2", "latest");
        var report = build.Report();
        Assert.Equal("True", report.At("push.pushed"));
        Assert.Equal(["1.4.2", "latest"], report.Items("push.tags").Select(x => x.GetString()));
        Assert.Equal(report.At("push.digest"), await RegistryContent.DigestAsync(build.Name, "1.4.2"));
        Assert.Equal(report.At("push.digest"), await RegistryContent.DigestAsync(build.Name, "latest"));
        Assert.Equal(report.At("image.configDigest"), await RegistryContent.ConfigDigestAsync(build.Name, "latest"));
        Assert.Equal("True", report.At("sizes.downloadIsExact"));
        Assert.Equal([$"{Stores.Registry}/{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
    }

    [EngineTheory, OnBothStores]
    public async Task A_push_gives_back_the_name_that_the_user_had_given_to_another_image(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        await build.Engine.BuildAsync($"{Stores.Registry}/{build.Name}:latest", $"FROM {StoreEngine.Base}\nLABEL mine={build.Name}\n");
        var mine = await build.Engine.Engine.FindAsync($"{Stores.Registry}/{build.Name}:latest", CancellationToken.None);

        var run = await PushAsync(build, $"{Stores.Registry}/{build.Name}", "latest");

        run.MustEnd(0);
        Assert.Equal(mine, await build.Engine.Engine.FindAsync($"{Stores.Registry}/{build.Name}:latest", CancellationToken.None));
    }

    [EngineTheory, OnBothStores]
    public async Task A_name_that_the_user_gave_to_the_measured_image_survives_the_next_run(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.SlimAsync()).MustEnd(0);
        await build.Engine.Client.Images.TagImageAsync(
            $"{build.Name}:dockerslim",
            new ImageTagParameters { RepositoryName = build.Name, Tag = "kept" }
        );

        build.WriteImage(production: "echo something else > /made");
        (await build.SlimAsync()).MustEnd(0);

        Assert.Equal([$"{build.Name}:dockerslim", $"{build.Name}:kept"], await build.Engine.NamesAsync(build.Name));
    }

    [EngineTheory, OnBothStores]
    public async Task A_registry_where_nobody_listens_is_an_engine_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await PushAsync(build, $"127.0.0.1:1/{build.Name}", "a,b");

        run.MustEnd(4).MustSay("The registry 127.0.0.1:1 cannot be reached", $"{build.Name}: ");
        Assert.Equal("False", build.Report().At("push.pushed"));
        Assert.Equal([$"127.0.0.1:1/{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
    }

    [EngineTheory, OnBothStores]
    public async Task A_registry_that_asks_for_credentials_is_an_engine_error_that_says_docker_login(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        using var registry = new ClosedRegistry();

        var run = await PushAsync(build, $"{registry.Host}/{build.Name}", "a");

        run.MustEnd(4).MustSay($"The registry {registry.Host} asks for credentials", $"docker login {registry.Host}");
        Assert.Equal("False", build.Report().At("push.pushed"));
    }

    private static Task<BuildRun> PushAsync(UserBuild build, string repository, string tags) =>
        build.SlimAsync("--image-repository", repository, "--push-image", "--image-tags", tags);
}
