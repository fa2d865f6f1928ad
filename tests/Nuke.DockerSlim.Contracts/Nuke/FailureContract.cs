namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class FailureContract : BuildContract
{
    [Fact]
    public void A_thrown_exception_is_logged_shown_in_the_row_and_ends_the_build()
    {
        var result = Root.Run("failures", "AfterBreak");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains(
            "[ERR] Target Break has thrown an exception\nSystem.InvalidOperationException: first line\nsecond line\n   at ",
            result.Output
        );
        Assert.Equal(["Break Failed < 1sec // InvalidOperationException: first line", "AfterBreak NotRun"], result.Rows());
        Assert.Contains("\n[ERR] Break: Target Break has thrown an exception\n", result.Output);
        Assert.Contains("\nBuild failed on ", result.Output);
    }

    [Fact]
    public void Async_targets_are_waited_for_and_fail_alike()
    {
        Assert.Contains("[INF] waited", Root.Run("graph", "Waits").Output);
        Assert.Equal(["BreakLater Failed < 1sec // TimeoutException: too late"], Root.Run("failures", "BreakLater").Rows());
    }

    [Fact]
    public void An_exception_whose_text_is_its_message_brings_no_stack_trace_anywhere()
    {
        var result = Root.Run("failures", "BreakPlainly");

        Assert.Contains("[ERR] Target BreakPlainly has thrown an exception\nsaid in one line\n", result.Output);
        Assert.Equal(["BreakPlainly Failed < 1sec // PlainException: said in one line"], result.Rows());
        Assert.DoesNotContain("   at ", result.Output);
        Assert.DoesNotContain("   at ", Root.Read(".nuke/temp/build.log"));
    }

    [Fact]
    public void A_summary_of_the_target_itself_is_not_replaced() =>
        Assert.Equal(["BreakWithSummary Failed < 1sec // Reason: own words"], Root.Run("failures", "BreakWithSummary").Rows());

    [Fact]
    public void Assured_targets_run_after_a_failure()
    {
        var result = Root.Run("failures", "Break", "CleanUp");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("CleanUp Succeeded < 1sec", result.Rows());
        Assert.Contains("[INF] cleaned up", result.Output);
    }

    [Fact]
    public void A_target_that_lets_the_build_proceed_lets_even_its_dependents_run_and_the_build_fails_in_the_end()
    {
        var result = Root.Run("failures", "AfterGentle");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Equal(["BreakGently Failed < 1sec // InvalidOperationException: gently", "AfterGentle Succeeded < 1sec"], result.Rows());
    }

    [Fact]
    public void Logged_errors_are_repeated_at_the_end_and_fail_nothing()
    {
        var result = Root.Run("failures", "ComplainOnly");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("[WRN] a warning with a value\n", result.Output);
        Assert.Contains("║ Errors & Warnings", result.Output);
        Assert.Contains("\n[WRN] ComplainOnly: a warning with a value\n[ERR] ComplainOnly: an error\n", result.Output);
        Assert.Contains("\nBuild succeeded on ", result.Output);
    }

    [Theory]
    [InlineData("ChooseExitCode", 42)]
    [InlineData("BreakWithExitCode", 43)]
    [InlineData("BreakInComponent", 3)]
    public void An_exit_code_set_by_a_target_wins_in_success_and_failure(string target, int expected) =>
        Assert.Equal(expected, Root.Run("failures", target).ExitCode);
}
