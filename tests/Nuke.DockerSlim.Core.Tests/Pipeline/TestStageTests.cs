using System.Text;
using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Testing;

namespace Nuke.DockerSlim.Tests.Pipeline;

public sealed class TestStageTests : PipelineTest
{
    private const string OneFails = """
        <testsuite name="shop"><testcase name="adds"/><testcase name="subtracts"><failure message="2 is not 3"/></testcase></testsuite>
        """;

    [Fact]
    public async Task Steps_that_ran_have_passed()
    {
        await TestAsync();
        Assert.Equal((TestStatus.Passed, 1_500), (Measured.Tests.Status, Measured.Builds.Test!.Milliseconds));
        Assert.DoesNotContain(
            Ports.Calls,
            x => x.StartsWith("run", StringComparison.Ordinal) || x.StartsWith("remove", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Steps_from_the_cache_are_reused_and_not_passed()
    {
        Ports.Build = step => Samples.Outcome(step.Scenario, Samples.Step("[test 2/2] RUN npm test", cached: true));
        await TestAsync();
        Assert.Equal(TestStatus.Reused, Measured.Tests.Status);
    }

    [Fact]
    public async Task A_stage_without_a_RUN_has_tested_nothing()
    {
        Ports.Build = step => Samples.Outcome(step.Scenario, Samples.Step("[test 2/2] COPY . ."));
        await TestAsync();
        Assert.Equal(TestStatus.NotRun, Measured.Tests.Status);
    }

    [Fact]
    public async Task A_failing_step_of_the_test_stage_is_a_failing_test()
    {
        Ports.Build = _ => Failing("test");
        var e = await Assert.ThrowsAsync<TestsFailedException>(TestAsync);
        Assert.Equal(SlimExitCode.TestsFailed, e.ExitCode);
        Assert.StartsWith("Dockerfile:15: 'RUN npm test' failed in stage 'test' (exit code 1).", e.Message);
        Assert.Equal((TestStatus.Failed, e.Message), (Measured.Tests.Status, Measured.Tests.Message));
        RunConclusion.Write(Work, e);
        Assert.Equal(ReportOutcome.TestsFailed, Measured.Outcome);
    }

    [Fact]
    public async Task A_failing_step_of_another_stage_is_a_failing_build()
    {
        Ports.Build = _ => Failing("deps");
        var e = await Assert.ThrowsAsync<BuildFailedException>(TestAsync);
        Assert.Equal(SlimExitCode.Input, e.ExitCode);
        Assert.Equal(TestStatus.NotRun, Work.Report.Tests.Status);
    }

    [Fact]
    public async Task Results_of_the_steps_are_counted_and_a_failing_one_fails()
    {
        Take(Work.Target.Definition with { TestResults = "/out" });
        Ports.Build = step => FakePorts.Good(step) with { Results = [new ResultFile("/out: r.xml", Encoding.UTF8.GetBytes(OneFails))] };
        var e = await Assert.ThrowsAsync<TestsFailedException>(TestAsync);
        Assert.StartsWith("shop: 1 of 2 tests failed: ", e.Message);
        Assert.Contains("subtracts", e.Message);
        Assert.Equal((2, 1, TestStatus.Failed), (Measured.Tests.Total, Measured.Tests.Failed, Measured.Tests.Status));
    }

    [Fact]
    public async Task A_command_runs_in_the_stages_image_which_is_taken_away_after_it()
    {
        Take(Work.Target.Definition with { TestCommand = "npm test", TestResults = "/out" });
        await TestAsync();
        Assert.Equal([$"run {LocalTest} npm test /out", $"remove {LocalTest}"], Ports.Calls[^2..]);
        Assert.Equal(TestStatus.Passed, Measured.Tests.Status);
    }

    [Fact]
    public async Task A_command_that_fails_is_a_failing_test_and_its_image_is_taken_away()
    {
        Take(Work.Target.Definition with { TestCommand = "npm test" });
        Ports.Run = new() { ExitCode = 3, LastLines = ["1 failed"] };
        var e = await Assert.ThrowsAsync<TestsFailedException>(TestAsync);
        Assert.Equal(
            string.Join(Environment.NewLine, "shop: 'npm test' ended with exit code 3 in stage 'test'.", "Its last lines:", "    1 failed"),
            e.Message
        );
        Assert.Equal($"remove {LocalTest}", Ports.Calls[^1]);
        Assert.Equal(TestStatus.Failed, Measured.Tests.Status);
    }

    [Fact]
    public async Task A_command_that_is_interrupted_leaves_no_image()
    {
        Take(Work.Target.Definition with { TestCommand = "npm test" });
        Ports.Asked = call =>
        {
            if (call.StartsWith("run", StringComparison.Ordinal))
                throw new OperationCanceledException();
        };
        await Assert.ThrowsAsync<OperationCanceledException>(TestAsync);
        Assert.Equal($"remove {LocalTest}", Ports.Calls[^1]);
    }

    [Fact]
    public async Task Without_a_test_stage_nothing_is_asked()
    {
        Take(Work.Target.Definition with { TestStage = "verify", AllowUntested = true });
        await TestAsync();
        Assert.Equal(["stages"], Ports.Calls);
    }

    private async Task TestAsync()
    {
        await Pipeline.PlanAsync(Work, default);
        Work.ResumeOrStart();
        await Pipeline.TestAsync(Work, new Progress<string>(), default);
    }

    private static BuildOutcome Failing(string stage) =>
        Samples.Outcome(BuildScenario.Test) with
        {
            Failure = new()
            {
                Kind = BuildFailureKind.Step,
                Reason = "did not complete successfully: exit code: 1",
                Line = 15,
                Stage = stage,
                Instruction = "RUN npm test",
            },
        };
}
