using Nuke.DockerSlim.Commenting;

namespace Nuke.DockerSlim.Tests.Commenting;

public sealed class MarkdownTextTests
{
    private const string Space = "&#8203;";

    [Theory]
    [InlineData("plain words, 62.1 MB (19 %)", "plain words, 62.1 MB (19 %)")]
    [InlineData("ping @octocat and @acme/team", $"ping &#64;{Space}octocat and &#64;{Space}acme/team")]
    [InlineData("mail a.b@example.com", $"mail a.b&#64;{Space}example.com")]
    [InlineData("fixes #12, GH-12 and acme/shop#12", $"fixes &#35;{Space}12, GH-{Space}12 and acme/shop&#35;{Space}12")]
    [InlineData("see https://example.com", $"see https:{Space}//example.com")]
    [InlineData("see www.example.com", $"see www{Space}.example.com")]
    [InlineData("0123456789abcdef", $"012345{Space}6789ab{Space}cdef")]
    [InlineData("a :tada: b", $"a :{Space}tada: b")]
    [InlineData("**a** _b_ `c` ~~d~~", "&#42;&#42;a&#42;&#42; &#95;b&#95; &#96;c&#96; &#126;&#126;d&#126;&#126;")]
    [InlineData("<b>&amp;</b>", "&#60;b&#62;&#38;amp;&#60;/b&#62;")]
    [InlineData("[a](b) ![c](d) \\", "&#91;a&#93;(b) !&#91;c&#93;(d) &#92;")]
    [InlineData("a | b", "a &#124; b")]
    [InlineData("it costs $5 or $6", "it costs <span>&#36;</span>5 or <span>&#36;</span>6")]
    [InlineData("- item", "&#45; item")]
    [InlineData("12. item", "12&#46; item")]
    [InlineData("1.5 to 2", "1.5 to 2")]
    [InlineData("-5.0 MB", "-5.0 MB")]
    [InlineData("--- x", "&#45;-- x")]
    [InlineData("/merge", "&#47;merge")]
    [InlineData("12.", "12&#46;")]
    [InlineData(":- x", "&#58;- x")]
    [InlineData("===", "&#61;==")]
    [InlineData("a\n\n# b\r\n> c", "a &#35; b &#62; c")]
    [InlineData("a\u202Eb\u200B\0c\e[31md", "abcd")]
    [InlineData(null, "")]
    public void A_text_shows_and_does_nothing(string? text, string written) => Assert.Equal(written, MarkdownText.Of(text));

    [Theory]
    [InlineData("RUN npm ci", "`RUN npm ci`")]
    [InlineData("a ` b", "``a ` b``")]
    [InlineData("`a``", "``` `a`` ```")]
    [InlineData("a | b", "`a | b`")]
    [InlineData("a\nb @c", "`a b @c`")]
    [InlineData(" ", "")]
    public void Code_is_fenced_by_more_than_it_holds(string text, string written) => Assert.Equal(written, MarkdownText.Code(text));

    [Theory]
    [InlineData("a || b", "`a \\|\\| b`")]
    [InlineData("a \\| b", "<code>a &#92;&#124; b</code>")]
    [InlineData("a \\", "`a \\`")]
    public void Code_in_a_table_keeps_its_bars(string text, string written) => Assert.Equal(written, MarkdownText.CodeCell(text));

    [Fact]
    public void A_block_is_fenced_by_more_than_its_lines_hold()
    {
        Assert.Equal("```text\na\n```", MarkdownText.Block(["a"], "text"));
        Assert.Equal("`````\n````\n`````", MarkdownText.Block(["````"]));
        Assert.Equal("", MarkdownText.Block([]));
    }

    [Fact]
    public void What_is_long_is_cut_between_characters()
    {
        Assert.Equal("ab…", MarkdownText.Of("abcd", 3));
        Assert.Equal("abcd", MarkdownText.Of("abcd", 4));
        Assert.Equal("a…", MarkdownText.Cut("a\U0001F600\U0001F600", 3));
        Assert.Equal("`ab…`", MarkdownText.Code("abcd", 3));
    }

    [Fact]
    public void Holes_of_an_interpolated_string_are_made_harmless()
    {
        var (text, number) = ("<b> | `", 12_345);
        Assert.Equal("<p>&#60;b&#62; &#124; &#96;</p> 12,345", Markdown.Of($"<p>{text}</p> {number}").ToString());
        Assert.Equal("`` <b> | ` ``", Markdown.Of($"{text:code}").ToString());
        Assert.Equal("`` <b> \\| ` ``", Markdown.Of($"{text:cell}").ToString());
        Assert.Equal("*&#60;*", Markdown.Of($"*{Markdown.Text("<")}*").ToString());
    }

    [Theory]
    [InlineData("https://example.com/a> b")]
    [InlineData("https://example.com/a|b")]
    [InlineData("https://example.com/\n")]
    public void An_address_that_would_break_out_is_refused(string address) =>
        Assert.Throws<FormatException>(() => Markdown.Address(address));
}
