using System.Globalization;
using System.Text;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// How many columns of a terminal a text takes, and texts made to fit. East Asian wide and emoji characters take two (Unicode Standard
/// Annex 11), marks none.
/// </summary>
internal static class ColumnWidth
{
    // First and last character of each range of the basic plane.
    private const string Wide =
        "\u1100\u115F\u231A\u231B\u2329\u232A\u23E9\u23EC\u23F0\u23F0\u23F3\u23F3\u25FD\u25FE\u2614\u2615\u2648\u2653\u267F\u267F"
        + "\u2693\u2693\u26A1\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26CE\u26D4\u26D4\u26EA\u26EA\u26F2\u26F3\u26F5\u26F5"
        + "\u26FA\u26FA\u26FD\u26FD\u2705\u2705\u270A\u270B\u2728\u2728\u274C\u274C\u274E\u274E\u2753\u2755\u2757\u2757\u2795\u2797"
        + "\u27B0\u27B0\u27BF\u27BF\u2B1B\u2B1C\u2B50\u2B50\u2B55\u2B55\u2E80\u303E\u3041\uA4CF\uA960\uA97F\uAC00\uD7A3\uF900\uFAFF"
        + "\uFE10\uFE19\uFE30\uFE6F\uFF00\uFF60\uFFE0\uFFE6";

    /// <summary>The columns that a text takes.</summary>
    /// <param name="text">A text without control characters.</param>
    public static int Of(string text) => text.EnumerateRunes().Sum(Of);

    /// <summary>The text, or its beginning and the mark where it takes more columns than there are.</summary>
    /// <param name="text">A text without control characters.</param>
    /// <param name="columns">The columns there are.</param>
    /// <param name="mark">What says that something is missing.</param>
    public static string Cut(string text, int columns, string mark)
    {
        if (Of(text) <= columns)
            return text;
        if (columns < Of(mark))
            return Head(mark, Math.Max(0, columns));
        return Head(text, columns - Of(mark)).TrimEnd() + mark;
    }

    /// <summary>The text in lines broken between words; a word longer than a line is broken inside.</summary>
    /// <param name="text">A text without control characters; spaces at its start are kept.</param>
    /// <param name="columns">Columns of a line; at least two.</param>
    public static IReadOnlyList<string> Wrap(string text, int columns)
    {
        var lines = new List<string>();
        var rest = text.TrimEnd();
        columns = Math.Max(2, columns);
        while (Of(rest) > columns)
        {
            var head = Head(rest, columns);
            // The break may stand right behind the line.
            var end = rest[head.Length] == ' ' ? head.Length : head.TrimEnd().LastIndexOf(' ');
            // A percent sign stays with its figure.
            if (end > 0 && end + 1 < rest.Length && rest[end + 1] == '%' && rest.LastIndexOf(' ', end - 1) is > 0 and var before)
                end = before;
            if (end <= 0 || string.IsNullOrWhiteSpace(rest[..end]))
                end = head.Length;
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        if (rest.Length > 0 || lines.Count == 0)
            lines.Add(rest);
        return lines;
    }

    private static string Head(string text, int columns)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns -= Of(rune);
            if (columns < 0)
                break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }

    private static int Of(Rune rune)
    {
        if (rune.IsAscii)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    private static bool IsWide(int value)
    {
        if (value > char.MaxValue)
            return value
                is (>= 0x16FE0 and <= 0x18DFF)
                    or (>= 0x1AFF0 and <= 0x1B2FF)
                    or 0x1F004
                    or 0x1F0CF
                    or 0x1F18E
                    or (>= 0x1F191 and <= 0x1F19A)
                    or (>= 0x1F200 and <= 0x1F64F)
                    or (>= 0x1F680 and <= 0x1F6FF)
                    or (>= 0x1F7E0 and <= 0x1F7F0)
                    or (>= 0x1F900 and <= 0x1FAFF)
                    or (>= 0x20000 and <= 0x3FFFD);
        for (var i = 0; i < Wide.Length; i += 2)
            if (value >= Wide[i] && value <= Wide[i + 1])
                return true;
        return false;
    }
}
