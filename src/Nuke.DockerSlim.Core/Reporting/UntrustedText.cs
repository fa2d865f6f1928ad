using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// Makes text that came out of a build harmless for a terminal and a log: a Dockerfile, a step's output or a test's name may hold escape
/// sequences that move the cursor, characters that reorder a line, and lines that a CI machine takes for its own commands.
/// </summary>
public static partial class UntrustedText
{
    // More than this many marks on one character are no language, but a way to scribble over other lines.
    private const int MostMarks = 2;

    /// <summary>The text on one line, with nothing in it that a terminal or a CI machine would obey.</summary>
    /// <param name="text">Anything; null is nothing.</param>
    public static string OneLine(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in WithoutEscapes(text).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune))
                AppendSpace(clean);
            else if (!IsInvisible(rune, category) && marks <= MostMarks)
                clean.Append(rune.ToString());
        }
        return WithoutCommands(clean.ToString().Trim());
    }

    /// <summary>The lines of a text, each made harmless, empty ones at both ends left out. Of a line that was overwritten, what was last seen.</summary>
    /// <param name="text">Anything; null is nothing.</param>
    public static IReadOnlyList<string> Lines(string? text)
    {
        var lines = (text ?? "").Split('\n').Select(LastSeen).ToList();
        var first = lines.FindIndex(x => x.Trim().Length > 0);
        var last = lines.FindLastIndex(x => x.Trim().Length > 0);
        return first < 0 ? [] : [.. lines[first..(last + 1)].Select(Indented)];
    }

    /// <summary>The text without sequences that a terminal obeys; all else stays, line ends too.</summary>
    /// <param name="text">Anything.</param>
    public static string WithoutEscapes(string text) => EscapeSequence().Replace(text, "");

    /// <summary>
    /// Takes what GitHub's runner, Azure Pipelines or TeamCity would read as a command apart by a space that can be seen. The runner looks for
    /// <c>::</c> behind leading white space and for <c>##[</c> anywhere in a line (actions/runner, <c>ActionCommand.cs</c>); it compares by
    /// culture, which overlooks characters without width, so one of those would not do.
    /// </summary>
    /// <param name="line">A line, or a part that may come to stand at the start of one.</param>
    public static string WithoutCommands(string line) => CommandMark().Replace(line, x => string.Join(' ', x.Value.AsEnumerable()));

    // A progress bar writes over itself with carriage returns.
    private static string LastSeen(string line)
    {
        var shown = line.TrimEnd('\r');
        return shown[(shown.LastIndexOf('\r') + 1)..];
    }

    private static string Indented(string line)
    {
        var plain = WithoutEscapes(line).Replace("\t", "    ", StringComparison.Ordinal);
        return new string(' ', Math.Min(8, plain.Length - plain.TrimStart(' ').Length)) + OneLine(plain);
    }

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ')
            clean.Append(' ');
    }

    // Controls, formats such as direction marks, private use, and what Unicode calls default ignorable or a variation selector.
    private static bool IsInvisible(Rune rune, UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFFA0
                or 0xFFFD
                or (>= 0xE0100 and <= 0xE01EF);

    // Operating system commands and their like up to their end, control sequences, two-character escapes; 7-bit and 8-bit forms (ECMA-48).
    [GeneratedRegex(
        @"(?:\x1B[\]PX^_]|[\x90\x98\x9D\x9E\x9F])[^\x07\x1B\x9C]*(?:\x07|\x1B\\|\x9C|$)|(?:\x1B\[|\x9B)[0-?]*[ -/]*[@-~]?|\x1B[ -/]*[0-~]?"
    )]
    private static partial Regex EscapeSequence();

    [GeneratedRegex(@"(?<!\S):{2,}|##(?=\[|vso\[|teamcity\[)")]
    private static partial Regex CommandMark();
}
