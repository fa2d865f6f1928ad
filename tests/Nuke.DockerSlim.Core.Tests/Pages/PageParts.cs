using System.Net;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.Pages;

/// <summary>A page taken apart by a reader that is not ours: tags, what stands between them, and the blocks whose text is no HTML.</summary>
internal sealed partial class PageParts
{
    private readonly string _body;

    public PageParts(string page)
    {
        Page = page;
        Blocks = [.. Block().Matches(page).Select(x => (x.Groups["tag"].Value, x.Groups["text"].Value))];
        _body = Block().Replace(page, x => $"<{x.Groups["tag"].Value}></{x.Groups["tag"].Value.Split(' ')[0]}>");
    }

    public string Page { get; }

    /// <summary>Styles and scripts, the data among them: the opening tag's inside and the text.</summary>
    public IReadOnlyList<(string Tag, string Text)> Blocks { get; }

    /// <summary>The page without the texts of styles, scripts and data, and without their hashes.</summary>
    public string Static => Hash().Replace(_body, "sha256-...");

    /// <summary>Tags, foreign values of attributes left out.</summary>
    public IEnumerable<string> Tags => Tag().Matches(_body).Select(x => Value().Replace(x.Value, ""));

    /// <summary>What a person reads.</summary>
    public string Text => WebUtility.HtmlDecode(Tag().Replace(_body, ""));

    /// <summary>Signs of markup between the tags.</summary>
    public IEnumerable<string> Stray => Stranger().Matches(Tag().Replace(_body, "")).Select(x => x.Value);

    [GeneratedRegex("""<(?<tag>(script|style)[^>]*)>(?<text>.*?)</(script|style)>""", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("sha256-[A-Za-z0-9+/=]{44}")]
    private static partial Regex Hash();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=(title|aria-label|href)=)"[^"]*(?=")""")]
    private static partial Regex Value();

    [GeneratedRegex("[<>\"]|&(?!(amp|lt|gt|quot|#39);)")]
    private static partial Regex Stranger();
}
