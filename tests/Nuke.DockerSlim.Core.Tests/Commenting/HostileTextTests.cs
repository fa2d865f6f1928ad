using Nuke.DockerSlim.Commenting;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Tests.Commenting;

/// <summary>Ten thousand hostile texts in every place that foreign text comes to stand in, judged by a parser that is not ours.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void No_text_changes_the_structure_around_it_or_is_made_into_anything()
    {
        var harmless = new RenderedMarkdown(Document("x"));
        Assert.Empty(harmless.Faults("https://"));
        var hostile = new HostileText(seed: 6);
        for (var i = 0; i < 10_000; i++)
        {
            var text = hostile.Next();
            // An empty one has no code span.
            if (UntrustedText.OneLine(text).Length == 0)
                continue;
            var document = Document(text);
            var rendered = new RenderedMarkdown(document);
            var faults = rendered.Faults("https://").ToArray();
            // GitLab and bots read the source.
            Assert.DoesNotMatch(@"(?m)^\s*/\w", Outside(document));
            Assert.True(faults.Length == 0, $"text {i}, {Shown(text)}: {string.Join("; ", faults)}");
            Assert.True(
                harmless.Tags.SequenceEqual(rendered.Tags),
                $"text {i}, {Shown(text)}, changes the structure:\n{document}\n{rendered.Html}"
            );
        }
    }

    [Theory]
    [InlineData("a | b")]
    [InlineData("a \\| b")]
    [InlineData("`a` ``b")]
    [InlineData("<b>&amp; @x #1 https://x.example $y$ \\")]
    public void Code_shows_what_was_written(string text)
    {
        var rendered = new RenderedMarkdown($"{MarkdownText.Code(text)}\n\n| a |\n| --- |\n| {MarkdownText.CodeCell(text)} |\n");
        Assert.Equal(text, rendered.Codes[0]);
        // This parser keeps the backslash of a bar in a table's code, which GitHub's takes away.
        Assert.Equal(
            text.Replace("\\|", "|", StringComparison.Ordinal),
            string.Concat(rendered.Codes.Skip(1))
                .Replace("\u200B", "", StringComparison.Ordinal)
                .Replace("\\|", "|", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("@octocat")]
    [InlineData("fixes #12")]
    [InlineData("deadbeef")]
    [InlineData("https://evil.example")]
    [InlineData("<i>x</i>")]
    [InlineData(":tada:")]
    [InlineData("a\u202Eb")]
    public void The_judge_sees_what_it_looks_for(string text) =>
        Assert.NotEmpty(new RenderedMarkdown($"a {text} b").Faults("https://none.example"));

    // The name of each place begins its line.
    private static string Document(string text) =>
        Markdown
            .Of(
                $"### heading {text}\n\nparagraph {text} and\n{text} and\n**{text}** at the start\n\n{text}\n\n| a | b |\n| --- | ---: |\n| {text} | {text:cell} |\n| x | y |\n\n- item {text}<br>{text:code}\n- {text}\n\n<details>\n<summary><b>{text}</b></summary>\n\n{Markdown.Block(["first", .. UntrustedText.Lines(text + "\n```\n" + text), "last"], "text")}\n\n[{text}](<https://example.com/>)\n\n</details>\n\n<sub>{text} · end</sub>\n"
            )
            .ToString();

    // All but the block of code, whose fence begins with its language.
    private static string Outside(string document) => document[..document.IndexOf("`text\n", StringComparison.Ordinal)];

    private static string Shown(string text) => string.Concat(text.Select(x => x is > ' ' and < '\x7f' ? $"{x}" : $"\\u{(int)x:x4}"));
}
