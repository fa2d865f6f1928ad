namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class SkippingContract : BuildContract
{
    [Fact]
    public void A_condition_is_shown_behind_the_skipped_target()
    {
        var result = Root.Run("graph", "OnlyWilling");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["Prepare Succeeded < 1sec", "OnlyWilling Skipped // OnlyWhen: Willing"], result.Rows());
    }

    [Fact]
    public void A_condition_that_holds_changes_nothing() =>
        Assert.Equal(["Prepare Succeeded < 1sec", "OnlyWilling Succeeded < 1sec"], Root.Run("graph", "OnlyWilling", "--willing").Rows());

    [Fact]
    public void A_static_condition_skips_what_only_that_target_needs() =>
        Assert.Equal(
            [
                "Prepare Skipped // Skipped: because of OnlyStatic",
                "OnlyStatic Skipped // OnlyWhen: Willing",
                "NeedsWilling Succeeded < 1sec",
            ],
            Root.Run("graph", "NeedsWilling").Rows()
        );

    [Fact]
    public void Dependencies_are_kept_when_the_target_says_so() =>
        Assert.Equal(["Prepare Succeeded < 1sec", "KeepsPrepare Skipped // OnlyWhen: Willing"], Root.Run("graph", "KeepsPrepare").Rows());

    [Fact]
    public void Named_targets_are_skipped_by_parameter()
    {
        var rows = Root.Run("graph", "Test", "--skip", "restore", "Format").Rows();

        Assert.Contains("Restore Skipped // Skipped: via parameter", rows);
        Assert.Contains("Format Skipped // Skipped: via parameter", rows);
        Assert.Contains("Test Succeeded < 1sec", rows);
    }

    [Fact]
    public void Skipping_nothing_in_particular_skips_all_dependencies()
    {
        var rows = Root.Run("graph", "Test", "--skip").Rows();

        Assert.Equal(["Test Succeeded < 1sec"], rows.Where(row => !row.Contains(" Skipped // Skipped: ")));
    }

    [Fact]
    public void A_continued_build_skips_what_had_succeeded()
    {
        Assert.Equal(BuildResult.Failure, Root.Run("failures", "ComplainOnly", "AfterBreak").ExitCode);

        var result = Root.Run("failures", "ComplainOnly", "AfterBreak", "--continue");

        Assert.Contains("ComplainOnly Skipped", result.Rows());
        Assert.Contains("Break Failed < 1sec // InvalidOperationException: first line", result.Rows());
        Assert.Contains("[WRN] Build invocation changed. Restarting ...", Root.Run("failures", "CleanUp", "--continue").Output);
    }
}
