using Nuke.DockerSlim.Checking;

namespace Nuke.DockerSlim.Tests.Checking;

/// <summary>The forms that the Dockerfile reference allows, and texts that it does not.</summary>
public sealed class DockerfileParserTests
{
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
        var text = DockerfileParser.Parse("FROM scratch\nRUN echo \\\\\nUSER 1\n");

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
        var text = DockerfileParser.Parse(
            "FROM scratch\nRUN <<EOF\napt-get update\nFROM nothing\nEOF\nCOPY <<\"A\" <<-B /x/\none\nA\n\ttwo\n\tB\n# a comment\nUSER 1\n"
        );

        Assert.Equal(["RUN", "COPY", "USER"], text.Stages[0].Instructions.Select(x => x.Keyword));
        var (run, copy) = (text.Stages[0].Instructions[0], text.Stages[0].Instructions[1]);
        Assert.Equal((2, 5), (run.FirstLine, run.LastLine));
        Assert.Equal("apt-get update\nFROM nothing\n", run.Heredocs[0].Text);
        Assert.Equal((6, 10), (copy.FirstLine, copy.LastLine));
        Assert.Equal(["one\n", "two\n"], copy.Heredocs.Select(x => x.Text));
        Assert.Equal(["apt-get"], ShellScript.Commands(run).Take(1).Select(x => x.Program));
        Assert.Equal(3, ShellScript.Commands(run)[0].Line);
    }

    [Fact]
    public void A_here_document_of_a_program_is_no_script()
    {
        var run = Single("FROM scratch\nRUN python3 <<EOF\nimport os; os.system('apt-get update')\nEOF\n");

        Assert.Equal(["python3"], ShellScript.Commands(run).Select(x => x.Program));
    }

    [Theory]
    [InlineData("ARG V=20\nFROM node:${V}-slim\n", "node:20-slim")]
    [InlineData("ARG V\nFROM node:${V:-18}\n", "node:18")]
    [InlineData("ARG V\nFROM node:$V\n", null)]
    [InlineData("ARG A=1\nARG B=${A}.2\nFROM x:$B\n", "x:1.2")]
    [InlineData("ARG V=20\nFROM node:${V:+lts}\n", "node:lts")]
    [InlineData("FROM --platform=$BUILDPLATFORM golang:1.23 AS builder\n", "golang:1.23")]
    public void Build_args_of_FROM_are_filled_in(string text, string? expected)
    {
        Assert.Equal(expected, DockerfileParser.Parse(text).Stages[0].Base);
    }

    [Fact]
    public void A_given_build_arg_goes_before_the_default()
    {
        var text = DockerfileParser.Parse("ARG V=20\nFROM node:$V AS a\n", new Dictionary<string, string> { ["V"] = "22" });

        Assert.Equal("node:22", text.Stages[0].Base);
    }

    [Fact]
    public void Stages_are_found_by_name_and_number_above_the_one_that_asks()
    {
        var text = DockerfileParser.Parse(
            "FROM a AS one\nFROM one AS two\nCOPY --from=0 /x /y\nRUN --mount=type=bind,from=three true\nFROM b AS three\n"
        );

        Assert.Equal("one", text.Find("ONE", 2)?.Name);
        Assert.Equal("one", text.Find("0", 1)?.Name);
        Assert.Null(text.Find("three", 1));
        Assert.Equal([1, 0], text.Chain(text.Stages[1]).Select(x => x.Index));
        Assert.Equal([0, 1], text.Needed(text.Stages[1]).Select(x => x.Index));
    }

    [Theory]
    [InlineData("apt-get update && apt-get install -y curl; ls | wc", "apt-get update|apt-get install -y curl|ls|wc")]
    [InlineData("DEBIAN_FRONTEND=noninteractive sudo apt-get install x", "apt-get install x")]
    [InlineData("if [ -f x ]; then npm ci; else npm install; fi", "[ -f x ]|npm ci|npm install")]
    [InlineData("echo \"a && b\" 'c;d' e\\ f", "echo a && b c;d e f")]
    [InlineData("x=$(ls; pwd) && (cd /a && make) 2>&1", "cd /a|make|2>&1")]
    [InlineData("echo ${A:-b;c} # npm ci", "echo ${A:-b;c}")]
    public void A_shell_text_is_taken_apart_into_commands(string script, string expected)
    {
        var commands = ShellScript.Commands(Single($"FROM scratch\nRUN {script}\n"));

        Assert.Equal(expected, string.Join('|', commands.Select(x => string.Join(' ', x.Words))));
    }

    [Theory]
    [InlineData("RUN [\"npm\", \"ci\"]", "npm ci")]
    [InlineData("RUN [\"/bin/sh\", \"-c\", \"npm ci && ls\"]", "npm ci|ls")]
    [InlineData("RUN [not json", "[not json")]
    public void The_list_form_is_one_command_or_a_shell_s_script(string line, string expected)
    {
        var commands = ShellScript.Commands(Single($"FROM scratch\n{line}\n"));

        Assert.Equal(expected, string.Join('|', commands.Select(x => string.Join(' ', x.Words))));
    }

    [Fact]
    public void Ten_thousand_lines_are_read_at_once()
    {
        var text = DockerfileParser.Parse("FROM scratch\n" + string.Concat(Enumerable.Range(0, 10_000).Select(x => $"RUN echo {x}\n")));

        Assert.Equal(10_000, text.Stages[0].Instructions.Count);
        Assert.Equal(10_001, text.Stages[0].Instructions[^1].FirstLine);
    }

    [Fact]
    public void Any_text_is_taken_and_checked()
    {
        var random = new Random(20261121);
        string[] pieces =
        [
            "FROM",
            " ",
            "\n",
            "\\",
            "<<EOF",
            "EOF",
            "\"",
            "'",
            "--from=",
            "--mount=type=",
            "RUN ",
            "COPY ",
            "$",
            "${",
            "}",
            "[",
            "]",
            "\r",
            "\t",
            "#",
            "slim ignore=",
            "`",
            "# escape=`\n",
            "AS a",
            "npm ci",
            "é\u0000",
            "&&",
            "ARG A=",
            "ENV ",
            "0",
            "=",
            ",",
        ];
        for (var round = 0; round < 4_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var parsed = DockerfileParser.Parse(text);
            var lines = text.ReplaceLineEndings("\n").Split('\n').Length;
            var instructions = parsed.Global.Concat(parsed.Stages.SelectMany(x => x.Instructions.Prepend(x.From))).ToArray();
            Assert.All(instructions, x => Assert.InRange(x.LastLine, x.FirstLine, lines + 1));
            if (parsed.Stages.Count > 0)
                _ = DockerfileCheck.Run(
                    new CheckedDockerfile(parsed, parsed.Stages[^1], parsed.Stages[0]),
                    "Dockerfile",
                    RuleSettings.Default
                );
        }
    }

    private static DockerfileInstruction Single(string text) => DockerfileParser.Parse(text).Stages[0].Instructions[0];
}
