using System.Text;
using Nuke.DockerSlim.Adapters;
using Nuke.DockerSlim.Errors;
using Nuke.DockerSlim.Tests.EndToEnd;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.Adapters;

public sealed class DockerCommandTests
{
    private static readonly string[] Build = ["buildx", "build", "--progress=rawjson", "."];
    private static readonly Dictionary<string, string?> NoVariables = [];

    [Fact]
    public async Task A_program_that_is_not_there_says_what_to_install()
    {
        var docker = new DockerCommand(Path.GetTempPath(), "docker-of-nobody");

        var error = await Assert.ThrowsAsync<EngineException>(() => docker.RunAsync(["version"], CancellationToken.None));

        Assert.Contains("The command 'docker-of-nobody' cannot be started", error.Message, StringComparison.Ordinal);
        Assert.Contains("install the Docker client", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exit_code_is_an_answer_and_both_streams_are_kept()
    {
        using var docker = FakeDocker.Script("echo said; echo complained >&2; exit 7");

        var result = await docker.Command.RunAsync([], CancellationToken.None);

        Assert.Equal((7, "said\n", "complained\n"), (result.ExitCode, result.StandardOutput, result.StandardError));
    }

    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] arguments = ["a b", "", "\"quoted\"", "it's", "back\\slash", "$HOME", "é 大", "*"];
        using var docker = FakeDocker.Script("printf '%s\\n' \"$@\"");

        var result = await docker.Command.RunAsync(arguments, CancellationToken.None);

        Assert.Equal(arguments, result.StandardOutput.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Error_lines_are_passed_on_while_output_is_let_go()
    {
        using var docker = FakeDocker.Script("echo a >&2; for i in 1 2 3; do echo out; done; echo \"$ADDED\" >&2");
        var lines = new List<string>();
        var added = new Dictionary<string, string?> { ["ADDED"] = "b" };

        var result = await docker.Command.StreamAsync([], added, x => lines.Add(Encoding.UTF8.GetString(x.Span)), CancellationToken.None);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["a", "b"], lines);
    }

    [Fact]
    public async Task Cancelling_interrupts_first()
    {
        using var docker = new FakeDocker("hang");

        await InterruptAsync(docker.PatientCommand);

        Assert.Equal(["INT"], docker.Signals);
    }

    [Fact]
    public async Task What_does_not_hear_is_killed_after_a_while()
    {
        using var docker = new FakeDocker("hang-deaf");

        await InterruptAsync(docker.Command);

        Assert.Equal(["INT"], docker.Signals);
        Assert.Empty(Processes.Naming(docker.Program));
    }

    [Theory]
    [InlineData(130)]
    [InlineData(143)]
    public async Task A_client_that_the_signal_reached_first_counts_as_interrupted(int exitCode)
    {
        using var docker = FakeDocker.Script($"exit {exitCode}");
        using var interruption = new CancellationTokenSource();
        var run = docker.Command.RunAsync([], interruption.Token);

        interruption.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_question_that_hangs_is_interrupted_too()
    {
        using var docker = new FakeDocker("hang-early");
        using var interruption = new CancellationTokenSource();
        var run = docker.Command.RunAsync(["buildx", "build", "--call=targets,format=json", "."], interruption.Token);
        while (docker.Calls.Count == 0)
            await Task.Delay(10);

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private static async Task InterruptAsync(DockerCommand docker)
    {
        using var interruption = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = docker.StreamAsync(Build, NoVariables, _ => begun.TrySetResult(), interruption.Token);
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
