using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.DockerSlim.Contracts.NukeCommon;

public sealed class ToolingContract
{
    [Fact]
    public void A_process_gives_its_lines_by_stream()
    {
        using var process = ProcessTasks.StartProcess("sh", "-c \"echo out; echo err >&2\"", logInvocation: false, logOutput: false);

        process.AssertZeroExitCode();
        process.WaitForExit();

        Assert.Equal("out", process.Output.StdToText());
        Assert.Equal("err", process.Output.Single(line => line.Type == OutputType.Err).Text);
    }

    [Fact]
    public void A_failed_process_is_described_by_its_exception()
    {
        using var process = ProcessTasks.StartProcess("sh", "-c \"echo no >&2; exit 3\"", "/", logInvocation: false, logOutput: false);

        var exception = Assert.Throws<ProcessException>(() => process.AssertZeroExitCode());

        Assert.Equal(3, exception.ExitCode);
        Assert.StartsWith("Process 'sh' exited with code 3.\n   > ", exception.Message);
        Assert.Contains("\n   @ /\n", exception.Message);
        Assert.Contains("Error output:\n   no\n", exception.Message);
    }

    [Fact]
    public void A_missing_tool_is_named() =>
        Assert.Contains("no-such-tool", Assert.Throws<ArgumentException>(() => ProcessTasks.StartProcess("no-such-tool")).Message);

    [Fact]
    public void An_enum_value_has_the_text_of_its_attribute()
    {
        Assert.Equal("ubuntu-24.04", GitHubActionsImage.Ubuntu2404.GetValue());
        Assert.Equal("pull-requests", GitHubActionsPermissions.PullRequests.GetValue());
    }

    [Fact]
    public void Pairs_are_added_in_a_chain_and_numbers_as_texts()
    {
        var pairs = new Dictionary<string, string>().AddPair("Layers", 3).AddPair("Size", "42 MB");

        Assert.Equal(new Dictionary<string, string> { ["Layers"] = "3", ["Size"] = "42 MB" }, pairs);
    }
}
