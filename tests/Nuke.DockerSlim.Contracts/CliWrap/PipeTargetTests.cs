using System.Text;
using CliWrap;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class PipeTargetTests
{
    private static readonly Command s_lines = Shell.Script("echo a; echo b");
    private static readonly Command s_both = Shell.Script("echo a; echo b; echo c >&2");

    [Fact]
    public async Task Output_goes_to_text_streams_and_lines()
    {
        var text = new StringBuilder();
        var stream = new MemoryStream();
        var lines = new List<string>();
        var later = new List<string>();

        await (s_lines | text).ExecuteAsync(Shell.Patience);
        await (s_lines | stream).ExecuteAsync(Shell.Patience);
        await (s_lines | lines.Add).ExecuteAsync(Shell.Patience);
        await (
            s_lines
            | (
                async line =>
                {
                    await Task.Yield();
                    later.Add(line);
                }
            )
        ).ExecuteAsync(Shell.Patience);

        Assert.Equal("a\nb\n", text.ToString());
        Assert.Equal("a\nb\n", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(["a", "b"], lines);
        Assert.Equal(["a", "b"], later);
    }

    [Fact]
    public async Task A_pair_takes_output_and_error_output()
    {
        var (output, error) = (new StringBuilder(), new StringBuilder());
        var (outputLines, errorLines) = (new List<string>(), new List<string>());

        await (s_both | (output, error)).ExecuteAsync(Shell.Patience);
        await (s_both | (outputLines.Add, errorLines.Add)).ExecuteAsync(Shell.Patience);
        await (s_both | (PipeTarget.ToStringBuilder(output), PipeTarget.ToStringBuilder(error))).ExecuteAsync(Shell.Patience);

        Assert.Equal(("a\nb\na\nb\n", "c\nc\n"), (output.ToString(), error.ToString()));
        Assert.Equal(["a", "b"], outputLines);
        Assert.Equal(["c"], errorLines);
    }

    [Fact]
    public async Task A_file_is_written_anew()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "what was there before and is longer");
            await (s_lines | PipeTarget.ToFile(file)).ExecuteAsync(Shell.Patience);

            Assert.Equal("a\nb\n", await File.ReadAllTextAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Lines_end_in_LF_CR_or_CR_LF_and_the_last_may_have_no_end()
    {
        var lines = new List<string>();

        await (Shell.Script("printf 'a\\r\\nb\\n\\nc\\rd\\r\\re'") | lines.Add).ExecuteAsync(Shell.Patience);

        Assert.Equal(["a", "b", "", "c", "d", "", "e"], lines);
    }

    [Fact]
    public async Task A_line_is_handed_on_before_the_process_goes_on()
    {
        // The process waits for an answer to its line, and the answer is given when the line arrives.
        var seen = new TaskCompletionSource();
        var answer = PipeSource.Create(
            async (stream, token) =>
            {
                await seen.Task.WaitAsync(token);
                await stream.WriteAsync("yes\n"u8.ToArray(), token);
            }
        );
        var lines = new List<string>();

        await (
            answer
            | Shell.Script("printf 'ready?\\r'; read x; echo \"got $x\"")
            | (
                line =>
                {
                    lines.Add(line);
                    seen.TrySetResult();
                }
            )
        ).ExecuteAsync(Shell.Patience);

        Assert.Equal(["ready?", "got yes"], lines);
    }

    [Fact]
    public async Task A_very_long_line_stays_one()
    {
        var lines = new List<string>();

        await (Shell.Script("head -c 1000000 /dev/zero | tr '\\0' x; echo; echo end") | lines.Add).ExecuteAsync(Shell.Patience);

        Assert.Equal([1_000_000, 3], lines.Select(line => line.Length));
    }

    [Fact]
    public async Task Merged_targets_all_get_everything()
    {
        var text = new StringBuilder();
        var stream = new MemoryStream();
        var lines = 0;
        var merged = PipeTarget.Merge(
            PipeTarget.ToStringBuilder(text),
            PipeTarget.Merge(PipeTarget.ToStream(stream), PipeTarget.ToDelegate(_ => lines++))
        );

        await (Cli.Wrap("seq").WithArguments("100000") | merged).ExecuteAsync(Shell.Patience);

        Assert.Equal(588_895, text.Length);
        Assert.Equal(588_895, stream.Length);
        Assert.Equal(100_000, lines);
    }

    [Fact]
    public void A_merge_of_one_is_that_one_and_of_none_is_none()
    {
        var target = PipeTarget.ToStringBuilder(new StringBuilder());

        Assert.Same(target, PipeTarget.Merge(target));
        Assert.Same(target, PipeTarget.Merge(PipeTarget.Null, target));
        Assert.Same(PipeTarget.Null, PipeTarget.Merge());
        Assert.Same(PipeTarget.Null, PipeTarget.Merge(PipeTarget.Null, PipeTarget.Null));
    }

    [Fact]
    public async Task What_a_target_throws_comes_out_and_ends_the_program()
    {
        Action<string> broken = _ => throw new FormatException("broken target");

        var single = await Assert.ThrowsAsync<FormatException>(async () => await (Cli.Wrap("yes") | broken).ExecuteAsync(Shell.Patience));
        var merged = await Assert.ThrowsAsync<FormatException>(async () =>
            await (
                Cli.Wrap("yes") | PipeTarget.Merge(PipeTarget.ToDelegate(broken), PipeTarget.ToStringBuilder(new StringBuilder()))
            ).ExecuteAsync(Shell.Patience)
        );

        Assert.Equal("broken target", single.Message);
        Assert.Equal("broken target", merged.Message);
    }

    [Fact]
    public async Task No_target_means_a_closed_pipe_not_an_endless_drain()
    {
        // Who wants a chatty program to end well must give its output a target, if only Stream.Null.
        var chatty = Cli.Wrap("seq").WithArguments("1000000").WithValidation(CommandResultValidation.None);

        Assert.NotEqual(0, (await chatty.ExecuteAsync(Shell.Patience)).ExitCode);
        Assert.Equal(0, (await (chatty | Stream.Null).ExecuteAsync(Shell.Patience)).ExitCode);
    }

    [Fact]
    public async Task The_end_waits_for_a_grandchild_that_holds_the_output()
    {
        var text = new StringBuilder();

        await (Shell.Script("(sleep 0.2; echo late) & echo early") | text).ExecuteAsync(Shell.Patience);

        Assert.Equal("early\nlate\n", text.ToString());
    }
}
