namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class GitHubContract : BuildContract
{
    [Fact]
    public void Elsewhere_there_is_no_such_host_and_nothing_is_injected() =>
        Assert.Contains("server False Terminal injected False same True", Root.Run("github").Output);

    [Fact]
    public void The_host_is_known_by_its_variable_or_chosen_by_name()
    {
        Assert.Contains("server True GitHubActions injected True same True", Root.Run("github", "--host", "githubactions").Output);
        Root.Environment["GITHUB_ACTIONS"] = "";
        Assert.Contains("server True GitHubActions injected True same True", Root.Run("github").Output);
    }

    [Fact]
    public void An_unknown_host_aborts_the_program() => Assert.Equal(BuildResult.Aborted, Root.Run("github", "--host", "nowhere").ExitCode);

    [Fact]
    public void Targets_are_groups_and_warnings_and_errors_are_commands_beside_the_log_lines()
    {
        SetUpPullRequest();

        var lines = Root.Run("github").Lines;

        Assert.Contains("::group::Show", lines);
        Assert.Contains("::endgroup::Show", lines);
        Assert.Contains("""::warning::careful with "bad \"two\"" """.TrimEnd(), lines);
        Assert.Contains(lines, line => line.EndsWith("[WRN] careful with bad \"two\""));
        Assert.Contains("::error::100%25%0Awrong", lines);
        Assert.Contains("::notice::from the log", lines);
        Assert.Contains("::error file=a%2Cb, line=3::here", lines);
        Assert.Contains("::group::Errors & Warnings", lines);
    }

    [Fact]
    public void Variables_and_the_event_file_are_read()
    {
        SetUpPullRequest();

        var result = Root.Run("github", "Show", "Number");

        Assert.Contains("acme/shop 99 pull_request True /summary.md", result.Lines);
        Assert.Contains("number 17 opened", result.Lines);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void There_are_no_log_files_on_a_server()
    {
        Root.Environment["GITHUB_ACTIONS"] = "true";

        Root.Run("failures", "ComplainOnly");

        Assert.False(Root.Has(".nuke/temp/build.log"));
        Assert.True(Root.Has(".nuke/build.schema.json"));
    }

    private void SetUpPullRequest()
    {
        Root.Write("event.json", """{ "number": 17, "action": "opened" }""");
        Root.Environment["GITHUB_ACTIONS"] = "true";
        Root.Environment["GITHUB_REPOSITORY"] = "acme/shop";
        Root.Environment["GITHUB_RUN_ID"] = "99";
        Root.Environment["GITHUB_EVENT_NAME"] = "pull_request";
        Root.Environment["GITHUB_EVENT_PATH"] = "event.json";
        Root.Environment["GITHUB_STEP_SUMMARY"] = "/summary.md";
    }
}
