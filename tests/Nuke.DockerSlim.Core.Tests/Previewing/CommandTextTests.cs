using Nuke.DockerSlim.Previewing;

namespace Nuke.DockerSlim.Tests.Previewing;

public sealed class CommandTextTests
{
    [Theory]
    [InlineData("shop:1.2", "shop:1.2")]
    [InlineData("type=oci,dest=/a/b", "type=oci,dest=/a/b")]
    [InlineData("", "''")]
    [InlineData("a b", "'a b'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("*", "'*'")]
    public void A_word_has_quotes_where_a_shell_needs_them(string word, string quoted) => Assert.Equal(quoted, CommandText.Quote(word));

    [Fact]
    public void An_option_and_its_value_are_never_apart()
    {
        var command = new PreviewCommand("", ["buildx", "build", "--no-cache", "--file", "/r/Dockerfile", "--load", "--tag", "a:b", "/r"]);

        Assert.Equal(
            ["docker buildx build --no-cache \\", "  --file /r/Dockerfile --load \\", "  --tag a:b /r"],
            CommandText.Lines(command, 34)
        );
    }

    [Fact]
    public void A_word_longer_than_a_line_has_one_of_its_own() =>
        Assert.Equal(
            ["docker push --quiet \\", "  registry.example/with/a/very/long/name:1"],
            CommandText.Lines(new("", ["push", "--quiet", "registry.example/with/a/very/long/name:1"]), 24)
        );

    [Fact]
    public void Variables_stand_before_it() =>
        Assert.Equal(
            ["A=1 B='x y' docker push c"],
            CommandText.Lines(new("", ["push", "c"], new Dictionary<string, string?> { ["A"] = "1", ["B"] = "x y" }), 80)
        );

    [Theory]
    [InlineData("--build-arg", "NPM_TOKEN=abc", "NPM_TOKEN=***")]
    [InlineData("--build-arg", "NPM_TOKEN", "NPM_TOKEN")]
    [InlineData("--build-arg", "VERSION=abc", "VERSION=abc")]
    [InlineData("--label", "api-key=abc", "api-key=***")]
    [InlineData("--tag", "token=abc", "token=abc")]
    public void A_value_whose_name_says_that_it_is_a_secret_is_not_shown(string option, string given, string shown) =>
        Assert.Equal([option, shown], new PreviewCommand("", [option, given]).Masked(x => x).Arguments);
}
