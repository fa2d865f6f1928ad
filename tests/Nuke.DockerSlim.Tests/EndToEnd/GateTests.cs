using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>What makes a run fail although all could be built and measured, and that nothing is pushed then.</summary>
public sealed class GateTests
{
    [EngineTheory, OnBothStores]
    public async Task A_limit_that_is_exceeded_ends_in_3_and_names_the_overrun(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "mkdir -p /node_modules/a && echo '{\"name\":\"a\"}' > /node_modules/a/package.json");

        var run = await build.RunAsync([.. Push(build), "--unpacked-size", "1MB", "--warm-build", "10m", "--package-count", "0"]);

        run.MustEnd(3)
            .MustSay("unpacked size 3.9 MB exceeds 1.0 MB by 2.9 MB", "package count 1 exceeds 0 by 1", $"{build.Name} was not pushed");
        var report = build.Report();
        Assert.Equal("budgetExceeded", report.At("outcome"));
        Assert.Equal("exceeded", report.Items("budget").Single(x => x.At("name") == "UnpackedSize").At("verdict"));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Something_forbidden_in_the_image_ends_in_3_and_names_its_path_layer_and_line(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(production: "mkdir -p /opt/bin && cp /bin/ls /opt/bin/gcc");

        var run = await build.RunAsync([.. Push(build), "--forbid-in-image", "compiler,root,setuid"]);

        run.MustEnd(3)
            .MustSay("The image has a compiler or build tool, which is forbidden: /opt/bin/gcc (layer 1, line 8)", "The image runs as root")
            .MustSay($"{build.Name} was not pushed");
        var report = build.Report();
        Assert.Equal("policyFailed", report.At("outcome"));
        Assert.Equal(["exceeded", "exceeded", "within"], report.Items("policies").Select(x => x.At("verdict")));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
        (await build.RunAsync("CheckBudgets", "--forbid-in-image", "setuid")).MustEnd(0);
        (await build.RunAsync("CheckBudgets", "--forbid-in-image", "compilers")).MustEnd(1).MustSay("did you mean compiler?");
        (await build.RunAsync("CheckBudgets", "--forbid-in-image", "compiler,root", "setuid"))
            .MustEnd(1)
            .MustSay("write --forbid-in-image compiler,root,setuid");
    }

    [EngineTheory, OnBothStores]
    public async Task A_failing_test_step_ends_in_2_and_shows_its_line_and_output(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(test: "echo 3 of 4 sums are right; exit 7");

        var run = await build.RunAsync(Push(build));

        run.MustEnd(2).MustSay("Dockerfile:5", "exit code 7", "3 of 4 sums are right", $"{build.Name} was not pushed: the tests failed");
        Assert.Equal("failed", build.Report().At("tests.status"));
        Assert.Equal("testsFailed", build.Report().At("outcome"));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnBothStores]
    public async Task A_failing_test_command_ends_in_2_and_its_output_is_streamed(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync([.. Push(build), "--test-command", $"echo \"it's {build.Name}\"; exit 3"]);

        run.MustEnd(2).MustSay($"it's {build.Name}", "exit code 3", "was not pushed");
        Assert.Empty(await build.Engine.ContainersAsync(build.Name));
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnBothStores]
    public async Task Both_a_failing_test_and_an_exceeded_limit_are_said_and_the_test_decides(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(test: "exit 1");

        var run = await build.SlimAsync("--unpacked-size", "1MB");

        run.MustEnd(2).MustSay("exit code 1", "exceeds 1.0 MB by 2.9 MB");
        Assert.Equal("testsFailed", build.Report().At("outcome"));
        Assert.Contains("RUN exit 1", build.Report().At("reason"), StringComparison.Ordinal);
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task Pushing_alone_what_was_never_tested_is_withheld(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        (await build.RunAsync("BuildImage", "MeasureImage", "--scenarios", "warm", "--image-repository", Repository(build))).MustEnd(0);

        var run = await build.RunAsync("PushImage", "--image-tags", "ci", "--image-repository", Repository(build));

        run.MustEnd(1).MustSay("was not pushed: no tests were run", "--allow-untested");
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task An_image_without_a_test_stage_is_pushed_only_when_that_is_allowed(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.Write("Dockerfile", $"FROM {StoreEngine.Base} AS production\nENV MARK={build.Name}\nRUN echo made > /made\n");

        (await build.RunAsync(Push(build))).MustEnd(1).MustSay("no test stage 'test'", "production (line 1)", "--allow-untested");
        Assert.Null(await RegistryContent.DigestAsync(build.Name, "ci"));
        (await build.RunAsync([.. Push(build), "--allow-untested"])).MustEnd(0);
        Assert.Equal("notRun", build.Report().At("tests.status"));
        Assert.NotNull(await RegistryContent.DigestAsync(build.Name, "ci"));
    }

    [EngineTheory, OnStore(Stores.Containerd)]
    public async Task A_push_without_a_tag_is_said_before_anything_is_built(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        (await build.RunAsync("SlimImage", "--push-image")).MustEnd(1).MustSay("add --image-tags TAG");

        await build.MustLeaveNothingAsync();
    }

    private static string Repository(UserBuild build) => $"{Stores.Registry}/{build.Name}";

    private static string[] Push(UserBuild build) =>
        ["SlimImage", "--image-repository", Repository(build), "--push-image", "--image-tags", "ci", "--scenarios", "warm"];
}
