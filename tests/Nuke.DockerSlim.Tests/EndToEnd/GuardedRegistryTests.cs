using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A registry with TLS and a password, pushed to and read from with docker's login alone.</summary>
public sealed class GuardedRegistryTests
{
    [EngineTheory, OnBothStores]
    public async Task A_login_of_docker_is_enough_and_none_is_said(string store)
    {
        await using var registry = await GuardedRegistry.StartAsync();
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        string[] push = ["--image-repository", $"{registry.Host}/{build.Name}", "--push-image", "--image-tags", "a"];

        (await build.SlimAsync(push))
            .MustEnd(4)
            .MustSay($"The registry {registry.Host} asks for credentials", $"docker login {registry.Host}");
        build.Environment["DOCKER_CONFIG"] = registry.Login();
        (await build.SlimAsync(push)).MustEnd(0).MustSay("proof").MustNotSay(GuardedRegistry.Password);

        var report = build.Report();
        Assert.Equal(report.At("push.digest"), await registry.DigestAsync(build.Name, "a"));
        Assert.NotEqual("", report.At("push.report"));
        (await build.SlimAsync([.. push[..2], "--baseline-image", $"{registry.Host}/{build.Name}:a"])).MustEnd(0).MustSay("against");
    }
}
