using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Dockerfiles;

/// <summary>The forms that the Dockerfile reference allows, and texts that it does not.</summary>
public sealed class DockerfileReaderTests
{
    [Theory]
    [InlineData("RUN a \\\n  && b", "1-2 RUN a && b")]
    [InlineData("RUN a \\\n  # said in between\n\n  && b\nRUN c", "1-4 RUN a && b|5-5 RUN c")]
    [InlineData("RUN a \\  \n  b", "1-2 RUN a b")]
    [InlineData("RUN a\\\\\nRUN b", "1-1 RUN a\\\\|2-2 RUN b")]
    [InlineData("RUN a \\\r\n  b\r\nRUN c\r\n", "1-2 RUN a b|3-3 RUN c")]
    [InlineData("\uFEFFRUN a\nRUN b", "1-1 RUN a|2-2 RUN b")]
    [InlineData("# escape=`\nRUN a `\n  b\nCOPY x c:\\\nRUN c", "2-3 RUN a b|4-4 COPY x c:\\|5-5 RUN c")]
    [InlineData("# syntax=docker/dockerfile:1\n#escape=`\n\nRUN a `\nb", "4-5 RUN a b")]
    [InlineData("# a comment\n# escape=`\nRUN a \\\nb", "3-4 RUN a b")]
    [InlineData("\n# nothing\n\n", "")]
    [InlineData("", "")]
    [InlineData("run a\nCopy b c", "1-1 run a|2-2 Copy b c")]
    [InlineData("RUN\ta", "1-1 RUN\ta")]
    [InlineData("RUN a \\", "1-1 RUN a")]
    public void Instructions_have_their_lines(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("RUN <<EOF\necho 1\nEOF\nRUN b", "1-3 RUN <<EOF (echo 1...)|4-4 RUN b")]
    [InlineData("RUN <<EOF\ncat <<INNER > /x\nEOF2\nINNER\nEOF\nRUN b", "1-5 RUN <<EOF (cat <<INNER > /x...)|6-6 RUN b")]
    [InlineData("RUN <<EOF\n EOF\nRUN not this\nEOF\nRUN b", "1-4 RUN <<EOF (EOF...)|5-5 RUN b")]
    [InlineData("RUN <<-EOF\n\tx\n\tEOF\nRUN b", "1-3 RUN <<-EOF (x...)|4-4 RUN b")]
    [InlineData("COPY <<A <<\"B\" /d/\na\nA\nb\nB\nRUN b", "1-5 COPY <<A <<\"B\" /d/|6-6 RUN b")]
    [InlineData("RUN cat <<X 3<<Y > /xy\nx\nX\ny\nY\nRUN b", "1-5 RUN cat <<X 3<<Y > /xy|6-6 RUN b")]
    [InlineData("RUN <<EOF\r\na\r\nEOF\r\nRUN b", "1-3 RUN <<EOF (a...)|4-4 RUN b")]
    [InlineData("RUN <<EOF\nEOF\nRUN b", "1-2 RUN <<EOF (...)|3-3 RUN b")]
    [InlineData("RUN <<EOF\nnever ended", "1-2 RUN <<EOF (never ended...)")]
    [InlineData("RUN echo \"<<EOF\" '<<EOF'\nRUN b", "1-1 RUN echo \"<<EOF\" '<<EOF'|2-2 RUN b")]
    [InlineData("RUN echo $((1<<2))\nRUN b", "1-1 RUN echo $((1<<2))|2-2 RUN b")]
    [InlineData("RUN cat <<< x\nRUN b", "1-1 RUN cat <<< x|2-2 RUN b")]
    [InlineData("ENV A=<<EOF\nRUN b", "1-1 ENV A=<<EOF|2-2 RUN b")]
    [InlineData("ONBUILD RUN <<EOF\na\nEOF\nRUN b", "1-3 ONBUILD RUN <<EOF|4-4 RUN b")]
    public void Heredocs_belong_to_their_instruction(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    // Lines join without a blank.
    [InlineData("RUN ec\\\nho a", "1-2 RUN echo a")]
    [InlineData("RUN a\\\n\\\n  \\\nb", "1-4 RUN a b")]
    // A directive that is not known is a comment, which ends the directives.
    [InlineData("# other=1\n# escape=`\nRUN a `\nRUN b", "3-3 RUN a `|4-4 RUN b")]
    [InlineData("# check=skip=all\n# escape=`\nRUN a `\n b", "3-4 RUN a b")]
    // A line ends with a line feed alone.
    [InlineData("RUN a\fb\u2028c\rd\nRUN e", "1-1 RUN a\fb\u2028c\rd|2-2 RUN e")]
    // What is continued by comments only ends where they end.
    [InlineData("RUN a \\\n# b\n", "1-2 RUN a")]
    // In a heredoc's line the backslash is the escape, whatever the file says; a blank behind it is none.
    [InlineData("# escape=`\nRUN echo a\\ <<EOF\nRUN b", "2-2 RUN echo a\\ <<EOF|3-3 RUN b")]
    // A heredoc's name is all of its word, its quotes aside.
    [InlineData("RUN <<E\"O\"F\na\nEOF\nRUN b", "1-3 RUN <<E\"O\"F (a...)|4-4 RUN b")]
    [InlineData("RUN <<1\na\n1\nRUN b", "1-3 RUN <<1 (a...)|4-4 RUN b")]
    [InlineData("RUN cat <<EOF>/x\nEOF\nEOF>/x\nRUN b", "1-3 RUN cat <<EOF>/x (EOF...)|4-4 RUN b")]
    [InlineData("RUN cat << EOF\nRUN b", "1-1 RUN cat << EOF|2-2 RUN b")]
    [InlineData("ONBUILD\tCOPY <<EOF /x\na\nEOF\nRUN b", "1-3 ONBUILD\tCOPY <<EOF /x|4-4 RUN b")]
    public void It_is_read_as_BuildKit_reads_it(string text, string expected) => Assert.Equal(expected, Shown(text));

    [Theory]
    [InlineData("--mount=\"type=bind,from=x\" true", "mount=type=bind,from=x", "true")]
    [InlineData("--mount=type=bind,from='x' true", "mount=type=bind,from=x", "true")]
    [InlineData("\"--mount=type=bind\" true", "", "\"--mount=type=bind\" true")]
    [InlineData("-- --network=none true", "", "--network=none true")]
    public void Flags_lose_their_quotes_and_end_with_the_first_word_that_is_none(string run, string flags, string arguments)
    {
        var instruction = Single($"FROM scratch\nRUN {run}\n");
        Assert.Equal(flags, string.Join('|', instruction.Flags.Select(x => $"{x.Key}={x.Value}")));
        Assert.Equal(arguments, instruction.Arguments);
    }

    [Fact]
    public void Two_heredocs_that_say_other_things_are_not_the_same()
    {
        var text = Dockerfile.Parse(
            "FROM a\nRUN <<EOF\nx\nEOF\nRUN <<EOF\ny\nEOF\nrun <<EOF\nx\nEOF\nRUN --network=none <<EOF\nx\nEOF",
            []
        );
        var first = text.Stages[0].Instructions[0];
        Assert.Equal([true, false, true, false], text.Stages[0].Instructions.Select(first.SaysAs));
    }

    [Fact]
    public void Continuation_lines_comments_and_blanks_between_them_are_one_instruction()
    {
        var run = Single("FROM scratch\nRUN first \\\n  # a comment\n\n   second \\  \n third\nUSER 1\n");

        Assert.Equal(("RUN", "first second third", 2, 6), (run.Keyword, run.Arguments, run.FirstLine, run.LastLine));
        Assert.Equal(
            [2, 5, 6],
            [run.LineAt(0), run.LineAt(run.Arguments.IndexOf("second", StringComparison.Ordinal)), run.LineAt(run.Arguments.Length - 1)]
        );
    }

    [Theory]
    [InlineData("FROM scratch\r\nRUN a \\\r\n b\r\n")]
    [InlineData("\uFEFFFROM scratch\nRUN a \\\n b")]
    [InlineData("# escape=`\nFROM scratch\nRUN a `\n b")]
    [InlineData("# syntax=docker/dockerfile:1\n# escape = `\n\nFROM scratch\nrun a `\n b")]
    public void Line_ends_marks_and_escapes_of_any_kind(string text)
    {
        Assert.Equal("a b", Single(text).Arguments.Replace("  ", " ", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_escapes_at_a_line_end_are_one_plain_character()
    {
        var text = Dockerfile.Parse("FROM scratch\nRUN echo \\\\\nUSER 1\n", []);

        Assert.Equal(["RUN", "USER"], text.Stages[0].Instructions.Select(x => x.Keyword));
    }

    [Fact]
    public void Flags_stand_apart_from_arguments()
    {
        var copy = Single("FROM scratch\nCOPY --from=builder --chown=\"a b\" --link /x /y --z\n");

        Assert.Equal(["from", "chown", "link"], copy.Flags.Select(x => x.Key));
        Assert.Equal(["builder", "a b", ""], copy.Flags.Select(x => x.Value));
        Assert.Equal("/x /y --z", copy.Arguments);
    }

    [Fact]
    public void Here_documents_belong_to_their_instruction()
    {
        var text = Dockerfile.Parse(
            "FROM scratch\nRUN <<EOF\napt-get update\nFROM nothing\nEOF\nCOPY <<\"A\" <<-B /x/\none\nA\n\ttwo\n\tB\n# a comment\nUSER 1\n",
            []
        );

        Assert.Equal(["RUN", "COPY", "USER"], text.Stages[0].Instructions.Select(x => x.Keyword));
        var (run, copy) = (text.Stages[0].Instructions[0], text.Stages[0].Instructions[1]);
        Assert.Equal((2, 5), (run.FirstLine, run.LastLine));
        Assert.Equal("apt-get update\nFROM nothing\n", run.Heredocs[0].Text);
        Assert.Equal((6, 10), (copy.FirstLine, copy.LastLine));
        Assert.Equal(["one\n", "two\n"], copy.Heredocs.Select(x => x.Text));
    }

    [Fact]
    public void Ten_thousand_lines_are_read_at_once()
    {
        var text = Dockerfile.Parse("FROM scratch\n" + string.Concat(Enumerable.Range(0, 10_000).Select(x => $"RUN echo {x}\n")), []);

        Assert.Equal(10_000, text.Stages[0].Instructions.Count);
        Assert.Equal(10_001, text.Stages[0].Instructions[^1].FirstLine);
    }

    private static DockerfileInstruction Single(string text) => Dockerfile.Parse(text, []).Stages[0].Instructions[0];

    private static string Shown(string text) =>
        string.Join('|', Dockerfile.Parse(text, []).Instructions.Select(x => $"{x.FirstLine}-{x.LastLine} {x.Text}"));
}
