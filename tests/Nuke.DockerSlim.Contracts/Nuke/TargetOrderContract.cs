namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class TargetOrderContract : BuildContract
{
    [Fact]
    public void Dependencies_and_triggered_targets_run_too_once_each()
    {
        var result = Root.Run("graph", "Test", "Test");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["Format", "Restore", "Compile", "Test", "Announce"], NamesOf(result.Rows()));
        Assert.All(result.Rows(), row => Assert.Contains(" Succeeded < 1sec", row));
    }

    [Fact]
    public void The_graph_decides_the_order_not_the_command_line()
    {
        Assert.Equal(["Format", "Lint", "Restore", "Compile", "Test", "Announce"], NamesOf(Root.Run("graph", "Test", "Lint").Rows()));
        Assert.Equal(["Pack", "Publish"], NamesOf(Root.Run("graph", "Pack").Rows()));
    }

    [Theory]
    [InlineData("lint", "twice")]
    [InlineData("--target", "Lint+Twice")]
    [InlineData("--target", "li-nt", "TWICE")]
    public void Names_are_compared_without_case_and_dashes_and_may_be_joined_by_a_plus(params string[] arguments) =>
        Assert.Equal(["Lint", "Twice"], NamesOf(Root.Run("graph", arguments).Rows()).Order());

    [Fact]
    public void A_target_without_actions_has_no_row() =>
        Assert.DoesNotContain("Everything", NamesOf(Root.Run("graph", "Everything").Rows()));

    [Fact]
    public void An_unknown_target_ends_the_build_with_the_list_of_known_ones()
    {
        var result = Root.Run("graph", "Lint", "Nope");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("Target with name 'Nope' does not exist. Available targets are:\n  - Announce\n  - Compile\n", result.Output);
        Assert.DoesNotContain("Succeeded", result.Output);
    }

    [Fact]
    public void A_circle_is_named_and_nothing_runs()
    {
        var result = Root.Run("cycle");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("Circular dependencies between targets:", result.Output);
        Assert.Contains(result.Lines, line => line.StartsWith(" - ") && line.Contains("Egg") && line.Contains("Hen"));
    }

    [Fact]
    public void Two_components_with_targets_of_one_name_must_be_told_apart()
    {
        var result = Root.Run("ambiguous");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("'Other' must be implemented explicitly because it is inherited from multiple interfaces:", result.Output);
    }

    [Fact]
    public void Without_a_default_target_the_help_is_shown()
    {
        var result = Root.Run("no-default");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Targets (with their direct dependencies):", result.Output);
        Assert.Contains("Default is '<none>'.", result.Output);
    }

    private static IEnumerable<string> NamesOf(string[] rows) => rows.Select(row => row.Split(' ')[0]);
}
