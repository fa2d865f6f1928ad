using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using CliWrap.Builders;

namespace Nuke.DockerSlim.Contracts.CliWrap;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("", "\"\"")]
    [InlineData("q\"q", "\"q\\\"q\"")]
    [InlineData("\\", "\\")]
    [InlineData("a\\ b\\", "\"a\\ b\\\\\"")]
    [InlineData("a\\\"b", "\"a\\\\\\\"b\"")]
    [InlineData("tab\tline\n", "\"tab\tline\n\"")]
    public void An_argument_is_quoted_only_where_it_must_be(string argument, string expected)
    {
        Assert.Equal(expected, ArgumentsBuilder.Escape(argument));
        Assert.Equal(expected, Cli.Wrap("x").WithArguments([argument]).Arguments);
    }

    [Fact]
    public async Task Every_argument_of_a_list_arrives_unchanged()
    {
        string[] arguments = ["a b", "", "q\"q", "$HOME", "*", "\\", "c:\\x y\\", "é😀", "line\nbreak", "'single'", "--a=b c"];

        var result = await Cli.Wrap("sh")
            .WithArguments(b => b.Add("-c").Add("""for a in "$@"; do printf '%s\0' "$a"; done""").Add("sh").Add(arguments))
            .ExecuteBufferedAsync(Shell.Patience);

        Assert.Equal(arguments, result.StandardOutput.Split('\0')[..^1]);
    }

    [Fact]
    public void A_single_string_is_taken_as_it_is() => Assert.Equal("raw  \"text", Cli.Wrap("x").WithArguments("raw  \"text").Arguments);

    [Fact]
    public void Escaping_can_be_switched_off() => Assert.Equal("a b c", Cli.Wrap("x").WithArguments(["a b", "c"], false).Arguments);

    [Fact]
    public void The_builder_adds_values_of_all_kinds_in_invariant_form()
    {
        var arguments = new ArgumentsBuilder()
            .Add("a b")
            .Add("c d", false)
            .Add(1.5)
            .Add(["p", "q r"])
            .Add(DateTime.UnixEpoch)
            .Add(new IFormattable[] { 1, 2 })
            .Add(1.5, new CultureInfo(""))
            .Build();

        Assert.Equal("\"a b\" c d 1.5 p \"q r\" \"01/01/1970 00:00:00\" 1 2 1.5", arguments);
    }

    [Fact]
    public void An_empty_builder_gives_no_arguments() => Assert.Equal("", new ArgumentsBuilder().Build());

    [Fact]
    public void A_command_prints_as_its_command_line()
    {
        Assert.Equal("docker build \"a b\"", Cli.Wrap("docker").WithArguments(["build", "a b"]).ToString());
        Assert.Equal("docker ", Cli.Wrap("docker").ToString());
    }
}
