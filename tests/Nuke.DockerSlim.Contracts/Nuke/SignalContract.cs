namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class SignalContract : BuildContract
{
    private const int KilledByInterrupt = 130;

    [Fact]
    public void Ctrl_C_runs_assured_targets_shows_the_summary_and_kills_the_program()
    {
        var result = Interrupted("Unguarded");

        Assert.Equal(KilledByInterrupt, result.ExitCode);
        Assert.Contains("[INF] assured ran", result.Output);
        Assert.Equal(["Unguarded Aborted < 1sec", "Assured Succeeded < 1sec"], result.Rows());
    }

    [Fact]
    public void A_target_that_cancels_the_signal_ends_the_build_itself_after_a_first_summary_of_the_engine()
    {
        var result = Interrupted("Guarded");

        Assert.Equal(KilledByInterrupt, result.ExitCode);
        Assert.Equal(2, result.Lines.Count(line => line.StartsWith("Build failed on ")));
        Assert.Contains("Guarded            Aborted", result.Output);
        Assert.Contains("Guarded            Failed        < 1sec   // OperationCanceledException: interrupted by the user", result.Output);
    }

    [Fact]
    public void A_handler_that_does_not_return_keeps_the_engine_from_the_signal_and_there_is_one_summary()
    {
        var result = Interrupted("Holding");

        Assert.Equal(KilledByInterrupt, result.ExitCode);
        Assert.Equal(
            ["Holding Failed < 1sec // OperationCanceledException: interrupted by the user", "Assured Succeeded < 1sec"],
            result.Rows()
        );
    }

    private BuildResult Interrupted(string target)
    {
        using var run = Root.Start("signals", target, "Assured");
        run.WaitUntilItSays("waiting");
        run.Signal("INT");
        return run.Finish();
    }
}
