using System.Globalization;
using System.Text;

namespace Nuke.DockerSlim.Pages;

/// <summary>
/// Foreign text in HTML: nothing of it becomes markup, and what cannot be seen or would turn a line around is shown as its number, <c>\u{202E}</c>.
/// </summary>
internal static class HtmlText
{
    /// <summary>Most characters of a text where nothing is said.</summary>
    public const int Most = 400;

    /// <summary>The text.</summary>
    /// <param name="text">Anything; null is nothing.</param>
    /// <param name="most">Most characters of it, fewer of those that take many to be written; an ellipsis stands for the rest.</param>
    public static string Of(string? text, int most = Most)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var shown = new StringBuilder(Math.Min(text.Length, most) + 16);
        var left = most;
        foreach (var rune in text.EnumerateRunes())
        {
            if (left-- == 0 || shown.Length >= 2 * most)
                return shown.Append('…').ToString();
            Append(shown, rune);
        }
        return shown.ToString();
    }

    /// <summary>Whether a character cannot be seen, or changes the order of what stands around it.</summary>
    /// <param name="rune">The character.</param>
    public static bool IsHidden(Rune rune) =>
        rune.Value is not ('\n' or '\t')
        && (
            Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate
            || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF
        );

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (IsHidden(rune))
            shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        else
            shown.Append(
                rune.Value switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '"' => "&quot;",
                    '\'' => "&#39;",
                    _ => rune.ToString(),
                }
            );
    }
}
