using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class ExecutionTests
{
    [Fact]
    public async Task A_run_gives_its_exit_code_and_its_times()
    {
        var before = DateTimeOffset.Now;

        var result = await Cli.Wrap("true").ExecuteAsync(Shell.Patience);

        Assert.Equal(0, result.ExitCode);
        Assert.True(result.IsSuccess);
        Assert.InRange(result.StartTime, before, result.ExitTime);
        Assert.Equal(result.ExitTime - result.StartTime, result.RunTime);
    }

    [Fact]
    public async Task A_result_stands_for_its_exit_code_and_its_success()
    {
        var result = await Shell.Script("exit 7").WithValidation(CommandResultValidation.None).ExecuteAsync(Shell.Patience);

        int exitCode = result;
        bool success = result;
        Assert.Equal((7, false), (exitCode, success));
    }

    [Fact]
    public async Task A_non_zero_exit_code_is_an_exception_with_the_command()
    {
        var command = Shell.Script("exit 3");

        var task = command.ExecuteAsync(Shell.Patience);
        var failure = await Assert.ThrowsAsync<CommandExecutionException>(async () => await task);

        Assert.Equal(3, failure.ExitCode);
        Assert.Equal(command.ToString(), failure.Command.ToString());
        Assert.IsAssignableFrom<CliWrapException>(failure);
        Assert.StartsWith(
            $"Command execution failed because the underlying process (sh#{task.ProcessId}) returned a non-zero exit code (3).",
            failure.Message
        );
        Assert.Contains("sh -c \"exit 3\"", failure.Message);
    }

    [Fact]
    public async Task A_process_that_a_signal_ended_reports_128_and_the_signal()
    {
        var result = await Shell.Script("kill -9 $$").WithValidation(CommandResultValidation.None).ExecuteAsync(Shell.Patience);

        Assert.Equal(137, result.ExitCode);
    }

    [Fact]
    public void A_missing_program_is_told_at_the_call_itself()
    {
        var command = Cli.Wrap("/no/such");

        var failure = Assert.Throws<Win32Exception>(() =>
        {
            _ = command.ExecuteAsync();
        });

        Assert.StartsWith("Failed to start a process with file path '/no/such'.", failure.Message);
        Assert.IsType<Win32Exception>(failure.InnerException);
    }

    [Fact]
    public void A_missing_working_directory_is_told_at_the_call_itself()
    {
        var command = Cli.Wrap("true").WithWorkingDirectory("/no/such");

        var failure = Assert.Throws<Win32Exception>(() =>
        {
            _ = command.ExecuteBufferedAsync();
        });

        Assert.StartsWith("Failed to start a process with file path 'true'.", failure.Message);
    }

    [Fact]
    public async Task The_process_id_is_known_while_it_runs()
    {
        var task = Shell.Script("echo $$").ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal($"{task.ProcessId}\n", (await task).StandardOutput);
    }

    [Fact]
    public async Task A_task_can_be_mapped_converted_and_disposed()
    {
        var task = Shell.Script("exit 4").WithValidation(CommandResultValidation.None).ExecuteAsync(Shell.Patience);
        var mapped = task.Select(r => $"code {r.ExitCode}");
        Task<string> plain = mapped;

        Assert.Equal("code 4", await plain);
        Assert.Equal("code 4", await mapped.ConfigureAwait(false));
        Assert.Equal(task.ProcessId, mapped.ProcessId);
        mapped.Dispose();
    }

    [Fact]
    public async Task The_same_command_runs_as_often_as_asked_at_once()
    {
        var command = Shell.Script("echo $$");

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => command.ExecuteBufferedAsync(Shell.Patience).Task));

        Assert.Equal(5, results.Select(r => r.StandardOutput).Distinct().Count());
    }
}
