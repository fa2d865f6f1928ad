using System.Text.Json;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class OutputContract : BuildContract
{
    [Fact]
    public void Help_lists_targets_and_kebab_case_options_and_runs_nothing()
    {
        var result = Root.Run("parameters", "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("  Show (default)      \n    Shows every parameter\n", result.Output);
        Assert.Contains("Parameters:\n\n  --api-token          <no description>\n", result.Output);
        Assert.Contains("  --db-port            Where the store listens.\n", result.Output);
        Assert.Contains("  --image-name         Name of the image.\n", result.Output);
        Assert.Contains("  --season             <no description>\n\n  --continue ", result.Output);
        Assert.DoesNotContain("hidden-switch", result.Output);
        Assert.DoesNotContain("Rounds=", result.Output);
    }

    [Fact]
    public void Help_wraps_descriptions_and_leaves_out_unlisted_targets()
    {
        var result = Root.Run("graph", "--help");

        Assert.Contains(
            "  --skip               List of targets to be skipped. Empty list skips all\n                       dependencies.\n",
            result.Output
        );
        Assert.Contains("  Test                 -> Compile, Format\n", result.Output);
        Assert.DoesNotContain("  Hidden", result.Output);
    }

    [Fact]
    public void The_first_line_names_engine_and_version_and_can_be_switched_off()
    {
        const string line = "NUKE Execution Engine version 10.1.0 (Linux,.NETCoreApp,Version=v10.0)";

        Assert.Contains(line, Root.Run("graph", "Lint").Lines);
        Assert.DoesNotContain(line, Root.Run("graph", "Lint", "--no-logo").Lines);
    }

    [Fact]
    public void Each_target_has_a_headline_and_its_log_lines_a_time_and_a_level()
    {
        var result = Root.Run("graph", "Restore");

        Assert.Contains("╬════════════\n║ Restore\n╬═══\n", result.Output);
        Assert.Matches(@"\n\d\d:\d\d:\d\d \[INF\] restoring\n", result.Output);
    }

    [Fact]
    public void The_summary_has_a_row_a_target_and_a_total()
    {
        var result = Root.Run("graph");

        Assert.Contains("\nTarget             Status      Duration\n", result.Output);
        Assert.Contains("\nCompile            Succeeded     < 1sec   // Warnings: 3, State: clean\n", result.Output);
        Assert.Contains("\nTotal                            < 1sec\n", result.Output);
        Assert.Matches("\nBuild succeeded on .*\n", result.Output);
    }

    [Fact]
    public void A_later_summary_of_a_target_replaces_the_earlier_one() =>
        Assert.Equal(["Twice Succeeded < 1sec // Second: 2"], Root.Run("graph", "Twice").Rows());

    [Fact]
    public void Verbosity_hides_lower_levels_but_not_the_summary()
    {
        var result = Root.Run("graph", "Restore", "--verbosity", "minimal");

        Assert.DoesNotContain("restoring", result.Output);
        Assert.Equal(["Restore Succeeded < 1sec"], result.Rows());
    }

    [Fact]
    public void Switched_off_output_leaves_the_log_lines_without_time() =>
        Assert.Equal(
            "[WRN] only this",
            string.Join('\n', Root.Run("quiet").Lines.Where(line => line.Length > 0 && !line.StartsWith("NUKE ")))
        );

    [Fact]
    public void Colours_are_written_to_a_pipe_when_the_terminal_has_them_and_not_otherwise()
    {
        Assert.Contains("\e[32;1mRestore", Root.Run("graph", "Restore").RawOutput, StringComparison.Ordinal);
        Root.Environment["TERM"] = "dumb";
        Assert.DoesNotContain("\e", Root.Run("graph", "Restore").RawOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void A_local_run_leaves_schema_parameter_file_and_logs()
    {
        Root.Run("parameters");

        using var schema = JsonDocument.Parse(Root.Read(".nuke/build.schema.json"));
        Assert.Equal(
            "./build.schema.json",
            JsonDocument.Parse(Root.Read(".nuke/parameters.json")).RootElement.GetProperty("$schema").GetString()
        );
        Assert.True(Root.Has(".nuke/temp/build.log"));
        Assert.Single(Directory.GetFiles(Path.Combine(Root.NukeFolder, "temp"), "build.*.log"));
        Assert.Equal("Show", File.ReadAllLines(Path.Combine(Root.NukeFolder, "temp", "build-attempt.log"))[1]);
    }

    [Fact]
    public void The_log_file_has_time_level_target_and_message()
    {
        Root.Run("failures", "ComplainOnly");

        Assert.Matches(
            @"(?m)^\d\d:\d\d:\d\d\.\d\d\d \| W \| ComplainOnly         \| a warning with a value$",
            Root.Read(".nuke/temp/build.log")
        );
    }

    [Fact]
    public void A_plan_is_written_but_cannot_be_opened_without_a_desktop()
    {
        // A machine may have something that opens pages, desktop or not.
        Directory.CreateDirectory(Path.Combine(Root.Folder, "programs"));
        File.CreateSymbolicLink(Path.Combine(Root.Folder, "programs", "dotnet"), Environment.ProcessPath!);
        Root.Environment["PATH"] = Path.Combine(Root.Folder, "programs");

        var result = Root.Run("graph", "--plan");

        Assert.Equal(BuildResult.Failure, result.ExitCode);
        Assert.Contains("An error occurred trying to start process", result.Output);
        Assert.True(Root.Has(".nuke/temp/execution-plan.html"));
    }
}
