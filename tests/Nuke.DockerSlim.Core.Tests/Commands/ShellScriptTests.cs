using Nuke.DockerSlim.Commands;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Tests.Commands;

public sealed class ShellScriptTests
{
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
    public void A_here_document_of_a_RUN_is_a_script()
    {
        var run = Single("FROM scratch\nRUN <<EOF\napt-get update\nFROM nothing\nEOF\n");

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
    [InlineData("RUN A=1 npm ci && cd web || true; ls | wc", "npm ci|cd web|true|ls|wc")]
    [InlineData("RUN [\"npm\", \"ci\"]", "npm ci")]
    [InlineData("RUN []", "")]
    [InlineData("RUN if true; then npm ci; fi", "")]
    [InlineData("RUN (cd web && npm ci) && npm ci", "")]
    [InlineData("RUN echo '(a)' && npm ci", "echo (a)|npm ci")]
    [InlineData("RUN { npm ci; }", "")]
    [InlineData("RUN <<EOF\nnpm ci\nEOF", "")]
    [InlineData("RUN npm ci <<EOF\nx\nEOF", "")]
    public void Only_commands_that_run_one_after_another_are_a_sequence(string line, string expected)
    {
        var commands = ShellScript.Sequence(Single($"FROM scratch\n{line}\n"));

        Assert.Equal(expected, string.Join('|', commands.Select(x => x.Text)));
    }

    private static DockerfileInstruction Single(string text) => Dockerfile.Parse(text, []).Stages[0].Instructions[0];
}
