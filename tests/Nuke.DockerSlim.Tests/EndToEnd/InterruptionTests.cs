using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Ctrl-C at each phase: exit code 130, and no process, container, name or temporary folder is left.</summary>
public sealed class InterruptionTests
{
    [EngineTheory]
    [OnBothStores("cold production build")]
    [OnBothStores("test build")]
    public async Task A_build_is_interrupted(string store, string phase)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(
            test: phase == "test build" ? build.Sleep : "echo tested",
            production: phase == "test build" ? "echo made > /made" : build.Sleep
        );
        await using var running = build.Start("SlimImage");
        await running.UntilItSaysAsync(phase);
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay($"Interrupted while working on {build.Name}");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task A_test_command_is_interrupted(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        await using var running = build.Start([
            "SlimImage",
            "--scenarios",
            "warm",
            "--test-command",
            $"echo {build.Name} sleeps; {build.Sleep}",
        ]);
        await running.UntilItSaysAsync($"{build.Name} sleeps");

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay($"Interrupted while working on {build.Name}");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnBothStores]
    public async Task A_push_is_interrupted(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        using var registry = new SilentRegistry();
        await using var running = build.Start([
            "SlimImage",
            "--scenarios",
            "warm",
            "--image-repository",
            $"{registry.Host}/{build.Name}",
            "--push-image",
            "--image-tags",
            "ci",
        ]);
        await registry.Asked;

        running.PressCtrlC();

        (await running.EndAsync()).MustEnd(130).MustSay($"Interrupted while working on {build.Name}");
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task A_pipeline_that_is_cancelled_terminates_the_program_alone(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: build.Sleep);
        await using var running = build.Start("SlimImage");
        await running.UntilAsync(() => Processes.Naming(build.Sleep).Any(), "the step ran");

        running.Terminate();

        (await running.EndAsync()).MustEnd(130);
        await build.MustLeaveNothingAsync();
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_second_run_of_the_same_image_is_turned_away_while_the_first_goes_on(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: build.Sleep);
        // On a developer's machine two runs below one root already get in each other's way at Nuke's log file.
        build.Environment["TF_BUILD"] = "True";
        await using var first = build.Start("SlimImage");
        await first.UntilItSaysAsync("cold production build");

        (await build.RunAsync("SlimImage")).MustEnd(1).MustSay($"Another run is at work on the image '{build.Name}'");

        first.PressCtrlC();
        (await first.EndAsync()).MustEnd(130);
    }
}
