using System.Text;

namespace Nuke.DockerSlim.Contexts;

/// <summary>A set of Unicode characters, as ranges: .NET's own classes know only those of the first plane.</summary>
internal sealed class CharacterSet
{
    private const int Last = 0x10FFFF;
    private const int FirstBeyondPlane = 0x10000;

    private readonly List<(int First, int Last)> _ranges = [];

    /// <summary>Adds a range.</summary>
    /// <param name="first">Its first character.</param>
    /// <param name="last">Its last one.</param>
    public CharacterSet Add(int first, int last)
    {
        _ranges.Add((first, last));
        return this;
    }

    /// <summary>Adds all of another set.</summary>
    /// <param name="other">The other set.</param>
    public void Add(CharacterSet other) => _ranges.AddRange(other._ranges);

    /// <summary>Adds ASCII ranges written one after the other: <c>azAZ</c> is a to z and A to Z.</summary>
    /// <param name="ranges">First and last character of each.</param>
    public static CharacterSet Of(string ranges)
    {
        var set = new CharacterSet();
        for (var i = 0; i < ranges.Length; i += 2)
            set.Add(ranges[i], ranges[i + 1]);
        return set;
    }

    /// <summary>All other characters.</summary>
    public CharacterSet Others()
    {
        var others = new CharacterSet();
        var next = 0;
        foreach (var (first, last) in _ranges.Order())
        {
            if (first > next)
                others.Add(next, first - 1);
            next = Math.Max(next, last + 1);
        }
        return next > Last ? others : others.Add(next, Last);
    }

    /// <summary>A regular expression for one character of the set.</summary>
    public string ToExpression()
    {
        // Never matched, as an empty class would be: a path has no character beyond the last.
        var inPlane = new StringBuilder();
        var choices = new List<string>();
        foreach (var (first, last) in _ranges)
        {
            // Surrogates are halves of characters: none of them is one.
            Plane(inPlane, first, Math.Min(last, 0xD7FF));
            Plane(inPlane, Math.Max(first, 0xE000), Math.Min(last, 0xFFFF));
            Beyond(choices, Math.Max(first, FirstBeyondPlane), last);
        }
        if (inPlane.Length > 0)
            choices.Insert(0, $"[{inPlane}]");
        return choices.Count == 0 ? "[^\\u0000-\\uFFFF]" : $"(?:{string.Join('|', choices)})";
    }

    private static void Plane(StringBuilder members, int first, int last)
    {
        if (first <= last)
            members.Append($@"\u{first:X4}-\u{last:X4}");
    }

    // Each such character is a pair of halves: one range for those that share the first half, and one for whole blocks between.
    private static void Beyond(List<string> choices, int first, int last)
    {
        while (first <= last)
        {
            var (high, low) = Halves(first);
            var isBlock = low == 0xDC00 && last - first >= 0x3FF;
            var end = isBlock ? first + ((last - first + 1) / 0x400 * 0x400) - 1 : Math.Min(last, first + (0xDFFF - low));
            var (highest, lowest) = Halves(end);
            choices.Add($@"[\u{high:X4}-\u{highest:X4}][\u{low:X4}-\u{lowest:X4}]");
            first = end + 1;
        }
    }

    private static (int High, int Low) Halves(int character) =>
        (0xD800 + ((character - FirstBeyondPlane) >> 10), 0xDC00 + ((character - FirstBeyondPlane) & 0x3FF));
}
