using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Targets of the user's behind ours run only if all holds, and Ctrl-C reaches them as it does without us.</summary>
public sealed class ChainedTargetTests
{
    [Fact]
    public async Task Ctrl_C_ends_a_target_of_the_users_behind_ours()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = FakeBuild(engine);
        await using var running = build.Start("Wait");
        await running.UntilItSaysAsync("Waiting.");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustNotSay("Waited.");
    }

    [Fact]
    public async Task A_request_to_end_does_so_too()
    {
        await using var engine = new FakeEngine(EngineReplies.Engine());
        await using var build = FakeBuild(engine);
        await using var running = build.Start("Wait");
        await running.UntilItSaysAsync("Waiting.");

        running.Terminate();

        (await running.EndAsync()).MustEnd(143).MustNotSay("Waited.");
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_interrupted_target_of_ours_is_the_last_that_runs(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Environment["USER_BUILD"] = "chained";
        build.WriteImage(test: build.Sleep);
        await using var running = build.Start("Smoke");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay($"Interrupted while working on {build.Name}").MustNotSay("Smoking.");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Nothing_runs_behind_an_image_whose_tests_fail(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Environment["USER_BUILD"] = "chained";
        build.WriteImage(test: "exit 1");

        var run = await build.RunAsync("Deploy", "--scenarios", "warm");

        run.MustEnd(2).MustSay($"{build.Name}: tests failed", "the targets behind SlimImage are not run").MustNotSay("Deploying.");
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task What_is_behind_a_good_image_runs(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Environment["USER_BUILD"] = "chained";
        build.WriteImage();

        (await build.RunAsync("Deploy", "--scenarios", "warm")).MustEnd(0).MustSay("Deploying.");
    }

    // The engine takes the test image's container away in its own time, whatever the client wants by then: nothing of ours throws.
    [EngineTheory, OnStore(Stores.Classic)]
    public async Task An_interruption_that_nothing_of_ours_notices_ends_the_run_all_the_same(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        RunningBuild? running = null;
        await using var proxy = new SocketProxy(build.Engine.Host)
        {
            Asked = async text =>
            {
                if (!text.StartsWith("DELETE /", StringComparison.Ordinal) || !text.Contains(":dockerslim-test", StringComparison.Ordinal))
                    return;
                running!.PressCtrlC();
                // The signal's handler runs on a thread of its own.
                await Task.Delay(500);
            },
        };
        build.Environment["DOCKER_HOST"] = proxy.Host;
        await using (running = build.Start("TestImage", "--test-command", "true"))
            (await running.EndAsync()).MustEnd(130).MustSay("Interrupted; nothing was left running.");
    }

    private static UserBuild FakeBuild(FakeEngine engine)
    {
        var build = UserBuild.WithoutEngine();
        build.Environment["USER_BUILD"] = "chained";
        build.Environment["DOCKER_HOST"] = engine.Address.OriginalString;
        build.Environment["PATH"] = Fixtures.FakeDocker + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        build.WriteImage();
        return build;
    }
}
