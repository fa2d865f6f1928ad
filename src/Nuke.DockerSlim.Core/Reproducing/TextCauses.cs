using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>What makes two texts differ, or the texts in two binary files: dates, identifiers, and the order of lines or words.</summary>
internal static partial class TextCauses
{
    // Lists that programs read may be parted by zeros.
    private static readonly SearchValues<byte> NotInTexts = SearchValues.Create([
        .. Enumerable.Range(1, 31).Select(x => (byte)x).Where(x => !"\t\n\f\r\u001b"u8.Contains(x)),
    ]);

    private static readonly char[] BetweenWords = [' ', '\t', '\r', '\n', '\0', ',', ';', ':'];

    /// <summary>The cause, where both are the same without it; null where none is all of it.</summary>
    /// <param name="first">A content.</param>
    /// <param name="second">The other.</param>
    public static (RepeatedCause Cause, string Words)? Of(byte[] first, byte[] second)
    {
        var (one, other) = (Encoding.Latin1.GetString(first), Encoding.Latin1.GetString(second));
        var (undatedOne, undatedOther) = (Dates().Replace(one, "\u0001"), Dates().Replace(other, "\u0001"));
        if (undatedOne == undatedOther)
            return (RepeatedCause.Date, $"a date or time in it{Change(Dates(), one, other)}");
        var (namelessOne, namelessOther) = (Identifiers().Replace(one, "\u0002"), Identifiers().Replace(other, "\u0002"));
        if (namelessOne == namelessOther)
            return (RepeatedCause.Identifier, $"{Kind(one, other)} in it");
        if (Identifiers().Replace(undatedOne, "\u0002") == Identifiers().Replace(undatedOther, "\u0002"))
            return (RepeatedCause.Date, $"dates or times{Change(Dates(), one, other)} and {Kind(one, other)} in it");
        if (!IsText(first) || !IsText(second))
            return null;
        if (IsReordered(one, other, ['\n']))
            return (RepeatedCause.Order, "the same lines in another order");
        if (IsReordered(one, other, BetweenWords))
            return (RepeatedCause.Order, "the same words in another order");
        if (IsReordered(undatedOne, undatedOther, ['\n']))
            return (RepeatedCause.Order, "the same lines in another order, with other dates or times");
        return null;
    }

    private static bool IsText(byte[] content) => !content.AsSpan().ContainsAny(NotInTexts);

    private static bool IsReordered(string one, string other, char[] between) =>
        one.Split(between).Order(StringComparer.Ordinal).SequenceEqual(other.Split(between).Order(StringComparer.Ordinal));

    // A date is nobody's secret.
    private static string Change(Regex regex, string one, string other) =>
        regex.Matches(one).Zip(regex.Matches(other)).FirstOrDefault(x => x.First.Value != x.Second.Value) is { First: not null } pair
            ? $" ({pair.First.Value}, then {pair.Second.Value})"
            : "";

    private static string Kind(string one, string other) =>
        Identifiers().Matches(one).Zip(Identifiers().Matches(other)).FirstOrDefault(x => x.First.Value != x.Second.Value)
            is not { First: { } match }
            ? "an identifier"
        : match.Value.StartsWith("tmp", StringComparison.OrdinalIgnoreCase) ? "a temporary file's name"
        : match.Value.Contains('-', StringComparison.Ordinal) ? "a UUID"
        : $"a number of {match.Length} hexadecimal digits";

    /// <summary>
    /// ISO 8601 and RFC 3339; RFC 2822 and what <c>date</c> writes; a date alone; a time of day alone; seconds or more since 1970, from 2001 to 2033.
    /// </summary>
    [GeneratedRegex(
        """
            \d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(\s?(Z|UTC|GMT|[+-]\d\d:?\d\d))?
            |(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\ +(\d{1,2}\ )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(\ +\d{1,2})?(\ +\d{4})?\ +\d\d?:\d\d:\d\d(\ [AP]M)?(\ +([A-Z]{3,4}|[+-]\d{4}))?(\ +\d{4})?
            |(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\ +\d{1,2},?\ +\d{4}
            |(?<!\d)\d{4}[-/]\d\d[-/]\d\d(?!\d)
            |(?<!\d)\d\d:\d\d:\d\d([.,]\d+)?(?!\d)
            |(?<![0-9A-Za-z.])1\d{9}([.]\d{1,9}|\d{3}|\d{6}|\d{9})?(?![0-9A-Za-z])
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dates();

    /// <summary>UUIDs, sixteen hexadecimal digits or more, and names that <c>mktemp</c> and its like make.</summary>
    [GeneratedRegex(
        """
            [0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}
            |(?<![0-9A-Za-z])[0-9a-fA-F]{16,}(?![0-9A-Za-z])
            |tmp[._-]?[0-9A-Za-z_]{6,}
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Identifiers();
}
