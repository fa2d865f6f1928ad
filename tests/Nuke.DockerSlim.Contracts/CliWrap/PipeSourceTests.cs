using System.Text;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class PipeSourceTests
{
    private static readonly Command s_cat = Cli.Wrap("cat");

    [Fact]
    public async Task Without_a_source_the_input_is_at_its_end() =>
        Assert.Equal("", (await s_cat.ExecuteBufferedAsync(Shell.Patience)).StandardOutput);

    [Fact]
    public async Task Text_bytes_streams_and_files_can_be_the_input()
    {
        var bytes = "text"u8.ToArray();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, bytes);
            Command[] commands =
            [
                "text" | s_cat,
                bytes | s_cat,
                new ReadOnlyMemory<byte>(bytes) | s_cat,
                new MemoryStream(bytes) | s_cat,
                PipeSource.FromFile(file) | s_cat,
                PipeSource.FromString("text", Encoding.UTF8) | s_cat,
                PipeSource.FromStream(new MemoryStream(bytes), false) | s_cat,
                PipeSource.Create(stream => stream.Write(bytes)) | s_cat,
                PipeSource.Create(async (stream, token) => await stream.WriteAsync(bytes, token)) | s_cat,
            ];

            foreach (var command in commands)
                Assert.Equal("text", (await command.ExecuteBufferedAsync(Shell.Patience)).StandardOutput);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Text_goes_in_without_a_byte_order_mark()
    {
        var result = await (PipeSource.FromString("é", Encoding.UTF8) | Cli.Wrap("od").WithArguments("-An -tx1")).ExecuteBufferedAsync(
            Shell.Patience
        );

        Assert.Equal("c3 a9", result.StandardOutput.Trim());
    }

    [Fact]
    public async Task A_program_may_leave_its_input_unread()
    {
        var result = await (new byte[5_000_000] | Cli.Wrap("true")).ExecuteAsync(Shell.Patience);

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_source_without_end_stops_with_the_program()
    {
        var endless = PipeSource.Create(async (_, token) => await Task.Delay(Timeout.Infinite, token));

        Assert.Equal(0, (await (endless | Cli.Wrap("true")).ExecuteAsync(Shell.Patience)).ExitCode);
    }

    [Fact]
    public async Task What_a_source_throws_comes_out()
    {
        var broken = PipeSource.Create(_ => throw new FormatException("broken source"));

        var failure = await Assert.ThrowsAsync<FormatException>(async () => await (broken | s_cat).ExecuteAsync(Shell.Patience));

        Assert.Equal("broken source", failure.Message);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_told() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(async () =>
            await (PipeSource.FromFile("/no/such/file") | s_cat).ExecuteAsync(Shell.Patience)
        );

    [Fact]
    public async Task Commands_are_chained_output_to_input()
    {
        var chain = Shell.Script("printf 'b\\na\\n'") | Cli.Wrap("sort") | Cli.Wrap("head").WithArguments("-n 1");

        Assert.Equal("a\n", (await chain.ExecuteBufferedAsync(Shell.Patience)).StandardOutput);
    }

    [Fact]
    public async Task An_endless_command_is_ended_by_the_one_that_reads_it()
    {
        var chain = Cli.Wrap("yes") | Cli.Wrap("head").WithArguments("-n 1");

        Assert.Equal("y\n", (await chain.ExecuteBufferedAsync(Shell.Patience)).StandardOutput);
    }

    [Fact]
    public async Task A_failure_up_the_chain_fails_the_whole()
    {
        var chain = Shell.Script("echo a; exit 2") | s_cat;

        var failure = await Assert.ThrowsAsync<CommandExecutionException>(async () => await chain.ExecuteBufferedAsync(Shell.Patience));

        Assert.Equal(2, failure.ExitCode);
    }
}
