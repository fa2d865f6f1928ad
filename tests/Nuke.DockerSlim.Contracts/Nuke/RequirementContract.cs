namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class RequirementContract : BuildContract
{
    [Fact]
    public void A_missing_value_ends_the_build_before_anything_runs()
    {
        var result = Root.Run("requirements", "NeedName");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("Target 'NeedName' requires member 'NeedyName' to be not null or empty", result.Output);
        Assert.Equal(["First NotRun", "NeedName NotRun"], result.Rows());
        Assert.DoesNotContain("first ran", result.Output);
    }

    [Fact]
    public void A_given_value_lets_it_run() => Assert.Contains("name shop", Root.Run("requirements", "--needy-name", "shop").Output);

    [Fact]
    public void A_nullable_number_is_missed_by_its_prefixed_name() =>
        Assert.Contains("requires member 'DbPort' to be not null or empty", Root.Run("requirements", "NeedNumber").Output);

    [Fact]
    public void A_condition_is_quoted_from_the_code()
    {
        var result = Root.Run("requirements", "NeedCondition");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("Target 'NeedCondition' requires '(Environment.ProcessorCount < 0)'", result.Output);
    }

    [Fact]
    public void A_required_member_holds_for_the_whole_build()
    {
        Assert.Contains("Member 'Wanted' is required to be not null or empty", Root.Run("required").Output);
        Root.Environment["CONTRACT_WANTED"] = "here";
        Assert.Equal(0, Root.Run("required").ExitCode);
    }

    [Fact]
    public void A_missing_field_is_asked_for_on_a_terminal_which_fails_without_a_console()
    {
        var result = Root.Run("requirements", "NeedAnswer");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("Asked for on a terminal:\n", result.Output);
        Assert.Contains("NeedAnswer NotRun", result.Rows());
        Root.Environment["GITHUB_ACTIONS"] = "true";
        Assert.Contains("requires member 'Answer' to be not null or empty", Root.Run("requirements", "NeedAnswer").Output);
    }
}
