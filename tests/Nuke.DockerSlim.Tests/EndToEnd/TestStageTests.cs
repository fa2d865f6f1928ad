using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>Tests as steps and as a command, with and without result files.</summary>
public sealed class TestStageTests
{
    private const string Results =
        "<testsuite><testcase name='adds' time='0.1'/><testcase name='subtracts'><skipped/></testcase></testsuite>";

    private const string Failures =
        "<testsuite><testcase name='adds'/><testcase name='divides'><failure message='1/3 is not 0'/></testcase></testsuite>";

    [EngineTheory, OnBothStores]
    public async Task Results_are_taken_out_of_a_stage_whose_steps_are_the_tests(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage(test: $"mkdir /results && echo \"{Results}\" > /results/junit.xml");

        (await build.SlimAsync("--test-results", "/results")).MustEnd(0);

        var tests = build.Report().Find("tests");
        Assert.Equal(("passed", "2", "0", "1"), (tests.At("status"), tests.At("total"), tests.At("failed"), tests.At("skipped")));
        Assert.Equal([$"{build.Name}:dockerslim"], await build.Engine.NamesAsync(build.Name));
    }

    [EngineTheory, OnBothStores]
    public async Task Results_are_taken_out_of_the_container_of_a_command_that_fails(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.SlimAsync(["--test-command", $"echo \"{Failures}\" > /junit.xml; exit 1", "--test-results", "/junit.xml"]);

        run.MustEnd(2).MustSay("divides", "1/3 is not 0");
        Assert.Equal("divides", build.Report().At("tests.failures.0.name"));
        Assert.Equal("1/3 is not 0", build.Report().At("tests.failures.0.message"));
    }

    [EngineTheory, OnStore(Stores.Classic)]
    public async Task A_command_that_succeeds_although_its_results_name_a_failure_has_failed(string store)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();

        var run = await build.RunAsync([
            "TestImage",
            "--test-command",
            $"echo \"{Failures}\" > /junit.xml",
            "--test-results",
            "/junit.xml",
        ]);

        run.MustEnd(2).MustSay("although");
    }

    [EngineTheory]
    [OnStore(Stores.Classic, "")]
    [OnStore(Stores.Containerd, "true")]
    public async Task Results_that_are_not_there_are_an_error(string store, string command)
    {
        await using var build = await UserBuild.OnAsync(store);
        build.WriteImage();
        string[] asCommand = command.Length == 0 ? [] : ["--test-command", command];

        var run = await build.RunAsync(["TestImage", "--test-results", "/nowhere", .. asCommand]);

        run.MustEnd(1).MustSay("/nowhere", "--test-results");
        await build.MustLeaveNothingAsync();
    }
}
