using System.Text;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Commenting;

/// <summary>
/// The one way of foreign text into Markdown for GitHub. Names, paths, instructions, messages and test output come out of a build or a repository: they are
/// shown, and do nothing.
/// </summary>
/// <remarks>
/// Two passes would make something of such a text. The parser (GitHub Flavored Markdown 0.29) reads the source: what it knows as markup is written as
/// numeric references, which it never takes for structure, and which mean the same in blocks of HTML. Filters read the rendered text, where a reference is
/// the character itself: mentions, issues, commits, addresses and emoji are taken apart by a space of no width (U+200B). Code is left alone by the filters.
/// </remarks>
internal static class MarkdownText
{
    /// <summary>Most characters of a text, if not said otherwise.</summary>
    public const int Most = 300;

    private const string Break = "&#8203;";

    // Six hexadecimal digits are no commit; seven are.
    private const int LongestHash = 6;

    /// <summary>The text for a paragraph, a cell of a table or a block of HTML.</summary>
    /// <param name="text">Anything; null is nothing.</param>
    /// <param name="most">Most characters of it; a longer one ends in <c>…</c>.</param>
    public static string Of(string? text, int most = Most)
    {
        var clean = Cut(UntrustedText.OneLine(text), most);
        var written = new StringBuilder(clean.Length + 16);
        var digits = 0;
        for (var i = 0; i < clean.Length; i++)
        {
            // What begins mathematics is told by the parser or, as GitHub's documents have it, in the rendered text: neither sees one so.
            if (clean[i] == '$')
                written.Append("<span>&#36;</span>");
            else if (IsStructure(clean, i))
                written.Append("&#").Append((int)clean[i]).Append(';');
            else
                written.Append(clean[i]);
            digits = char.IsAsciiHexDigit(clean[i]) ? digits + 1 : 0;
            if (i + 1 == clean.Length)
                break;
            var isHash = digits >= LongestHash && char.IsAsciiHexDigit(clean[i + 1]);
            if (isHash)
                digits = 0;
            if (isHash || Begins(clean, i))
                written.Append(Break);
        }
        return written.ToString();
    }

    /// <summary>The text as code, for a paragraph: what people copy; empty where there is none.</summary>
    /// <param name="text">Anything; null is nothing.</param>
    /// <param name="most">Most characters of it.</param>
    public static string Code(string? text, int most = Most) => Span(Cut(UntrustedText.OneLine(text), most));

    /// <summary>The text as code, for a cell of a table, whose parser comes first and takes every bar for its own.</summary>
    /// <param name="text">Anything; null is nothing.</param>
    /// <param name="most">Most characters of it.</param>
    public static string CodeCell(string? text, int most = Most)
    {
        var clean = Cut(UntrustedText.OneLine(text), most);
        // Parsers differ in what a backslash before an escaped bar is.
        return clean.Contains("\\|", StringComparison.Ordinal)
            ? $"<code>{Of(clean, most)}</code>"
            : Span(clean).Replace("|", "\\|", StringComparison.Ordinal);
    }

    /// <summary>Lines as a block of code, with a fence that none of them closes; empty where there are none.</summary>
    /// <param name="lines">Lines that are made harmless already, of which none has a line end.</param>
    /// <param name="language">What the fence says it is, a word of ours.</param>
    /// <param name="most">Most characters of a line.</param>
    public static string Block(IReadOnlyCollection<string> lines, string language = "", int most = Most)
    {
        if (lines.Count == 0)
            return "";
        var fence = new string('`', Math.Max(3, lines.Max(LongestRun) + 1));
        return $"{fence}{language}\n{string.Concat(lines.Select(x => Cut(x, most) + "\n"))}{fence}";
    }

    /// <summary>The text, or its beginning and <c>…</c>; no pair of surrogates is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most characters of it.</param>
    public static string Cut(string text, int most) => text.Length <= most ? text : ShortText.Head(text, most - 1).TrimEnd() + "…";

    private static string Span(string clean)
    {
        if (clean.Length == 0)
            return "";
        var fence = new string('`', LongestRun(clean) + 1);
        var space = clean[0] == '`' || clean[^1] == '`' ? " " : "";
        return fence + space + clean + space + fence;
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private static bool IsStructure(string text, int index) =>
        text[index] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '&' or '@' or '"'
        || BeginsLine(text, index);

    // "- x", "+ x", "---", "===", ":--", "12. x" and "12) x" are something where a line begins.
    private static bool BeginsLine(string text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : ' ';
        return text[index] switch
        {
            // "/merge" is an order to GitLab and to many a bot.
            '=' or ':' or '/' => index == 0,
            '-' => index == 0 && next is (' ' or '-'),
            '+' => index == 0 && next == ' ',
            '.' or ')' => next == ' ' && !text.AsSpan(0, index).ContainsAnyExceptInRange('0', '9'),
            _ => false,
        };
    }

    // Whether a filter would make something of what begins behind this character, or around it.
    private static bool Begins(string text, int index)
    {
        var next = text[index + 1];
        return text[index] switch
        {
            '@' => next != ' ',
            '#' => char.IsDigit(next),
            '-' => char.IsDigit(next) && index > 0 && char.IsLetterOrDigit(text[index - 1]),
            'w' or 'W' => next == '.' && index >= 2 && text.AsSpan(index - 2, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
            ':' => next == '/' || IsEmoji(text, index),
            _ => false,
        };
    }

    private static bool IsEmoji(string text, int colon)
    {
        var end = text.IndexOf(':', colon + 1);
        var name = end < 0 ? "" : text[(colon + 1)..end];
        // "Dockerfile:12: " is none.
        return name.Length > 0 && !name.Contains(' ') && (!name.All(char.IsAsciiDigit) || name is "100" or "1234");
    }
}
