using System.Text;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class BufferedTests
{
    [Fact]
    public async Task Both_outputs_are_kept_apart()
    {
        var result = await Shell.Script("echo out; echo err >&2").ExecuteBufferedAsync(Shell.Patience);

        var (exitCode, output, error) = result;
        Assert.Equal((0, "out\n", "err\n"), (exitCode, output, error));
        Assert.Equal("out\n", (string)result);
    }

    [Fact]
    public async Task A_failure_shows_the_error_output_and_the_first_exception()
    {
        var failure = await Assert.ThrowsAsync<CommandExecutionException>(async () =>
            await Shell.Script("echo hidden; echo ' the reason ' >&2; exit 5").ExecuteBufferedAsync(Shell.Patience)
        );

        Assert.Equal(5, failure.ExitCode);
        Assert.Equal(
            ["Command execution failed, see the inner exception for details.", "", "Standard error:", "the reason"],
            failure.Message.ReplaceLineEndings("\n").Split('\n')
        );
        Assert.Equal(5, Assert.IsType<CommandExecutionException>(failure.InnerException).ExitCode);
    }

    [Fact]
    public async Task Ten_megabytes_on_both_outputs_do_not_block()
    {
        const int size = 10_000_000;

        var result = await Shell
            .Script($"head -c {size} /dev/zero | tr '\\0' o & head -c {size} /dev/zero | tr '\\0' e >&2; wait")
            .ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal(size, result.StandardOutput.Length);
        Assert.Equal(size, result.StandardError.Length);
    }

    [Fact]
    public async Task Text_is_decoded_with_the_encoding_asked_for()
    {
        var command = Cli.Wrap("printf").WithArguments(["a\\377b"]);

        Assert.Equal("a\uFFFDb", (await command.ExecuteBufferedAsync(Shell.Patience)).StandardOutput);
        Assert.Equal("aÿb", (await command.ExecuteBufferedAsync(Encoding.Latin1, Shell.Patience)).StandardOutput);
    }

    [Fact]
    public async Task Letters_that_are_cut_by_a_buffer_arrive_whole()
    {
        var text = new string('é', 50_000) + "x" + new string('漢', 50_000);

        var result = await (text | Cli.Wrap("cat")).ExecuteBufferedAsync(Encoding.UTF8, Shell.Patience);

        Assert.Equal(text, result.StandardOutput);
    }

    [Fact]
    public async Task A_pipe_that_is_set_already_gets_the_output_too()
    {
        var log = new StringBuilder();

        var result = await (Shell.Script("echo text") | log).ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal("text\n", log.ToString());
        Assert.Equal("text\n", result.StandardOutput);
    }
}
