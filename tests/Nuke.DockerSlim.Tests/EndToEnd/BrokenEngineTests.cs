using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What a real engine and client will not do on demand: the client is the fake one, and so is the engine.</summary>
public sealed class BrokenEngineTests
{
    [Theory]
    [InlineData("engine-dies", 4, "The engine ended the build of")]
    [InlineData("engine-dead", 4, "The engine ended the build of")]
    [InlineData("die", 4, "The engine ended the build of")]
    [InlineData("disk-full", 4, "the engine's disk is full")]
    [InlineData("disk-full-context", 4, "the engine's disk is full")]
    [InlineData("no-buildx", 4, "The docker command has no buildx")]
    [InlineData("no-buildx-old-docker", 4, "The docker command has no buildx")]
    [InlineData("old-buildx", 4, "buildx is version 0.13.1; 0.16 or newer is needed")]
    [InlineData("base-image-unauthorized", 4, "a base image cannot be resolved")]
    [InlineData("unknown-copy-stage", 1, "there is no stage 'biulder', and no image of that name was found; did you mean 'builder'?")]
    public async Task It_ends_in_a_sentence_and_leaves_nothing(string scenario, int exitCode, string sentence)
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, scenario);

        var run = await build.RunAsync("SlimImage");

        run.MustEnd(exitCode).MustSay(sentence).MustNotSay("   at ");
        await build.MustLeaveNothingAsync();
    }

    [Fact]
    public async Task A_client_that_is_not_installed_is_an_engine_error()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, "normal");
        var tools = Directory.CreateDirectory(build["tools"]).FullName;
        foreach (var tool in (string[])["setsid", "env", "dotnet"])
            File.CreateSymbolicLink(Path.Combine(tools, tool), Tool.Find(tool));
        build.Environment["PATH"] = tools;

        var run = await build.RunAsync("SlimImage");

        run.MustEnd(4).MustSay("The command 'docker' cannot be started", "install the Docker client");
    }

    [Fact]
    public async Task An_engine_that_is_too_old_is_named()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine("24.0.9"));
        await using var build = Build(engine, "normal");

        (await build.RunAsync("SlimImage")).MustEnd(4).MustSay("is version 24.0.9; 25.0 or newer is needed");
    }

    [Fact]
    public async Task Ctrl_C_while_the_stages_are_asked_for_ends_at_once()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = Build(engine, "hang-early");
        await using var running = build.Start("SlimImage");
        await running.UntilAsync(
            () => Processes.Naming(build.Folder).Any(x => x.Contains("--call=", StringComparison.Ordinal)),
            "it asked"
        );

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay("Interrupted");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task An_engine_that_dies_during_a_build_is_an_engine_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: build.Sleep);
        await using var proxy = new SocketProxy(build.Engine.Host);
        build.Environment["DOCKER_HOST"] = proxy.Host;
        await using var running = build.Start("SlimImage");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");

        await proxy.CutAsync();

        (await running.EndAsync()).MustEnd(4).MustSay($"{build.Name}: failed").MustNotSay("   at ");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task An_engine_that_dies_during_a_test_command_is_an_engine_error(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        await using var proxy = new SocketProxy(build.Engine.Host);
        build.Environment["DOCKER_HOST"] = proxy.Host;
        await using var running = build.Start("TestImage", "--test-command", $"echo {build.Name} works; {build.Sleep}");
        await running.UntilItSaysAsync($"{build.Name} works");

        await proxy.CutAsync();

        (await running.EndAsync()).MustEnd(4).MustSay("No Docker engine answers").MustNotSay("   at ");
        await build.Engine.RemoveContainersAsync(build.Name);
    }

    private static UserBuild Build(FakeEngine engine, string scenario)
    {
        var build = UserBuild.WithoutEngine();
        build.Environment["DOCKER_HOST"] = engine.Address.OriginalString;
        build.Environment["FAKE_DOCKER_SCENARIO"] = scenario;
        build.Environment["PATH"] = Fixtures.FakeDocker + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        build.WriteImage();
        return build;
    }
}
