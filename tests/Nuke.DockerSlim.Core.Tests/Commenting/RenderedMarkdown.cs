using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Nuke.DockerSlim.Tests.Commenting;

/// <summary>
/// Markdown as a browser gets it, by a parser that is not ours and knows all that GitHub's does: what is markup, and what later filters would read.
/// </summary>
internal sealed partial class RenderedMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoLinks()
        .UseTaskLists()
        .UseFootnotes()
        .UseAlertBlocks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseMathematics()
        .Build();

    private static readonly string[] Allowed =
    [
        "p",
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ul",
        "li",
        "strong",
        "b",
        "sub",
        "br",
        "details",
        "summary",
        "code",
        "pre",
        "a",
        "span",
    ];

    private readonly List<string> _tags = [];
    private readonly List<string> _texts = [];
    private readonly List<string> _codes = [];

    public RenderedMarkdown(string source)
    {
        Html = Markdown.ToHtml(source, Pipeline);
        var depth = 0;
        var end = 0;
        foreach (Match tag in Tag().Matches(Html))
        {
            Add(Html[end..tag.Index], depth);
            end = tag.Index + tag.Length;
            if (tag.Groups["name"].Value is "code" or "pre")
                depth += tag.Value[1] == '/' ? -1 : 1;
            // The hidden line that a comment is found by.
            if (tag.Index > 0 || !Marker().IsMatch(tag.Value))
                _tags.Add(tag.Value);
        }
        Add(Html[end..], depth);
    }

    public string Html { get; }

    /// <summary>The tags in their order; the span that keeps a dollar from being mathematics left out.</summary>
    public IReadOnlyList<string> Tags => [.. _tags.Where(x => x is not ("<span>" or "</span>"))];

    /// <summary>What stands in code.</summary>
    public IReadOnlyList<string> Codes => _codes;

    /// <summary>What must not be there.</summary>
    /// <param name="address">What links may begin with.</param>
    public IEnumerable<string> Faults(string address)
    {
        foreach (var tag in _tags)
        {
            var name = tag.Trim('<', '>', '/', ' ').Split(' ')[0];
            var attributes = Attributes().Replace(tag, "");
            if (!Allowed.Contains(name) || (attributes.Contains(' ') && attributes is not "<br />"))
                yield return $"tag {tag}";
            if (name == "a" && tag[1] != '/' && !tag.StartsWith($"<a href=\"{address}", StringComparison.Ordinal))
                yield return $"link {tag}";
        }
        // Filters read the text of an element as a whole.
        foreach (var text in _texts)
            if (Filtered().Match(text) is { Success: true } match)
                yield return $"'{match.Value}' in '{text}'";
        foreach (var letter in _texts.Concat(_codes).SelectMany(x => x))
            if (
                (char.IsControl(letter) && letter != '\n')
                || letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F'
            )
                yield return $"character U+{(int)letter:X4}";
    }

    private void Add(string text, int depth)
    {
        if (text.Length > 0)
            (depth > 0 ? _codes : _texts).Add(WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex("<!--.*?-->|</?(?<name>[A-Za-z][A-Za-z0-9-]*)(\"[^\"]*\"|[^>\"])*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("^<!-- nuke-dockerslim:[A-Za-z0-9._/+%-]+ -->$")]
    private static partial Regex Marker();

    // What a table, a fence and our own links have.
    [GeneratedRegex(" (style=\"text-align: right;\"|class=\"language-(text|mermaid|suggestion)\"|href=\"[^\"]*\")")]
    private static partial Regex Attributes();

    // Mentions and addresses, issues, commits, links, emoji.
    [GeneratedRegex(
        @"@[\w-]|(^|\W)#\d|\w#\d|\b[\w.]+-\d+\b(?<=GH-\d+)|(?<![0-9A-Za-z])[0-9a-fA-F]{7,40}(?![0-9A-Za-z])|[a-z][a-z0-9+.-]*://|www\.|:(?!\d+:)[\w+-]+:|:100:|:1234:",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Filtered();
}
