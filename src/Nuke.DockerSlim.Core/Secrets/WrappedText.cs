namespace Nuke.DockerSlim.Secrets;

/// <summary>Compares text that writers break into lines at any place: base64, hexadecimal digits.</summary>
internal static class WrappedText
{
    private const int DeepestIndent = 64;

    /// <summary>Compares a needle with a text from a place in both on, forth and back.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inText">The place in the text.</param>
    /// <param name="needle">The needle.</param>
    /// <param name="inNeedle">The place in the needle.</param>
    /// <param name="longest">Bytes of the text that the match may take up.</param>
    /// <returns>The begin of the match in the text and the byte behind it; null: it is none.</returns>
    public static (int Start, int End)? Match(ReadOnlySpan<byte> text, int inText, ReadOnlySpan<byte> needle, int inNeedle, int longest)
    {
        var end = inText;
        for (var i = inNeedle; i < needle.Length; end++, i++)
        {
            if (end < text.Length && text[end] == needle[i])
                continue;
            var skipped = end < text.Length ? BreakAfter(text[end..]) : 0;
            end += skipped;
            if (skipped == 0 || end >= text.Length || text[end] != needle[i])
                return null;
        }
        var start = inText;
        for (var i = inNeedle - 1; i >= 0; i--)
        {
            if (start > 0 && text[start - 1] == needle[i])
            {
                start--;
                continue;
            }
            var skipped = BreakBefore(text[..start]);
            start -= skipped + 1;
            if (skipped == 0 || start < 0 || text[start] != needle[i])
                return null;
        }
        return end - start <= longest ? (start, end) : null;
    }

    /// <summary>The longest begin of a needle, less than all of it, that a text ends with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="needle">The needle.</param>
    /// <returns>Where it begins in the text; the text's length: nowhere.</returns>
    public static int BeginAtEnd(ReadOnlySpan<byte> text, Needle needle)
    {
        var from = Math.Max(0, text.Length - needle.LongestSpan);
        while (text[from..].IndexOf(needle.Bytes[0]) is >= 0 and var next)
        {
            from += next;
            if (IsBegin(text[from..], needle))
                return from;
            from++;
        }
        return text.Length;
    }

    private static bool IsBegin(ReadOnlySpan<byte> text, Needle needle)
    {
        var at = 0;
        foreach (var unit in needle.Bytes)
        {
            if (at == text.Length)
                return true;
            if (text[at] != unit && needle.Wraps)
            {
                var skipped = BreakAfter(text[at..]);
                // What may be the first half of a line break is still open.
                if (skipped == 0 ? text[at..].IndexOfAnyExcept(" \t\r\\"u8) < 0 : at + skipped == text.Length)
                    return true;
                at += skipped;
            }
            if (text[at] != unit)
                return false;
            at++;
        }
        return false;
    }

    /// <summary>Bytes of the line break, blanks around it included, that a text begins with; as JSON escapes it, too. Zero: none.</summary>
    private static int BreakAfter(ReadOnlySpan<byte> text)
    {
        var at = Blanks(text);
        var rest = text[at..];
        var lineBreak =
            rest.StartsWith("\n"u8) ? 1
            : rest.StartsWith("\r\n"u8) || rest.StartsWith("\\n"u8) ? 2
            : rest.StartsWith("\\r\\n"u8) ? 4
            : 0;
        return lineBreak == 0 ? 0 : at + lineBreak + Blanks(rest[lineBreak..]);
    }

    /// <summary>The same at a text's end.</summary>
    private static int BreakBefore(ReadOnlySpan<byte> text)
    {
        var blanks = BlanksAtEnd(text);
        var rest = text[..^blanks];
        var lineBreak =
            rest.EndsWith("\r\n"u8) ? 2
            : rest.EndsWith("\n"u8) ? 1
            : rest.EndsWith("\\r\\n"u8) ? 4
            : rest.EndsWith("\\n"u8) ? 2
            : 0;
        return lineBreak == 0 ? 0 : blanks + lineBreak + BlanksAtEnd(rest[..^lineBreak]);
    }

    private static int Blanks(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, DeepestIndent)];
        return head.IndexOfAnyExcept((byte)' ', (byte)'\t') is >= 0 and var at ? at : head.Length;
    }

    private static int BlanksAtEnd(ReadOnlySpan<byte> text)
    {
        var tail = text[Math.Max(0, text.Length - DeepestIndent)..];
        return tail.Length - 1 - tail.LastIndexOfAnyExcept((byte)' ', (byte)'\t');
    }
}
