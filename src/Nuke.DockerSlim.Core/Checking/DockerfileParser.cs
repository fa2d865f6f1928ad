using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Checking;

/// <summary>
/// Takes a Dockerfile apart by the rules of the Dockerfile reference: parser directives, comments, continuation lines, flags, here-documents.
/// It takes every text: whether it is a good one is for the builder to say.
/// </summary>
public static partial class DockerfileParser
{
    // Which instructions may carry flags and here-documents; elsewhere "--" and "<<" are plain text.
    private static readonly HashSet<string> WithFlags = ["FROM", "COPY", "ADD", "RUN", "HEALTHCHECK"];
    private static readonly HashSet<string> WithHeredocs = ["COPY", "ADD", "RUN"];

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text; line ends of any kind, with a byte order mark or without.</param>
    /// <param name="buildArgs">Values for build args, instead of their defaults.</param>
    public static DockerfileText Parse(string text, IReadOnlyDictionary<string, string>? buildArgs = null)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var (escape, syntax) = Directives(lines);
        var instructions = Instructions(lines, escape).ToArray();
        var firstFrom = Array.FindIndex(instructions, x => x.Keyword == "FROM");
        if (firstFrom < 0)
            return new DockerfileText(instructions, [], escape, syntax);
        var global = instructions[..firstFrom];
        var values = BuildArgValues.Of(global, buildArgs ?? new Dictionary<string, string>());
        var stages = new List<StageText>();
        for (var i = firstFrom; i < instructions.Length; )
        {
            var end = Array.FindIndex(instructions, i + 1, x => x.Keyword == "FROM");
            end = end < 0 ? instructions.Length : end;
            stages.Add(Stage(stages.Count, instructions[i], instructions[(i + 1)..end], values));
            i = end;
        }
        return new DockerfileText(global, stages, escape, syntax);
    }

    private static StageText Stage(
        int index,
        DockerfileInstruction from,
        DockerfileInstruction[] instructions,
        IReadOnlyDictionary<string, string> values
    )
    {
        var words = from.Arguments.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var name = words is [_, var keyword, var given, ..] && keyword.Equals("AS", StringComparison.OrdinalIgnoreCase) ? given : null;
        return new StageText(index, name, words.Length == 0 ? null : BuildArgValues.Expand(words[0].Trim('"'), values), from, instructions);
    }

    private static (char Escape, string? Syntax) Directives(string[] lines)
    {
        var escape = '\\';
        string? syntax = null;
        foreach (var match in lines.Select(x => DirectiveLine().Match(x)).TakeWhile(x => x.Success))
        {
            var value = match.Groups[2].Value;
            if (match.Groups[1].Value.Equals("escape", StringComparison.OrdinalIgnoreCase) && value is "`" or "\\")
                escape = value[0];
            if (match.Groups[1].Value.Equals("syntax", StringComparison.OrdinalIgnoreCase))
                syntax = value;
        }
        return (escape, syntax);
    }

    private static IEnumerable<DockerfileInstruction> Instructions(string[] lines, char escape)
    {
        var ignored = new List<string>();
        for (var i = 0; i < lines.Length; )
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                if (line.Length == 0)
                    ignored.Clear();
                else if (IgnoreComment().Match(line) is { Success: true } match)
                    ignored.AddRange(match.Groups[1].Value.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries));
                i++;
                continue;
            }
            var instruction = Read(lines, ref i, escape) with { IgnoredRules = [.. ignored] };
            ignored.Clear();
            yield return instruction;
        }
    }

    private static DockerfileInstruction Read(string[] lines, ref int i, char escape)
    {
        var first = i + 1;
        var text = new StringBuilder();
        var starts = new List<(int Offset, int Line)>();
        for (var goesOn = true; goesOn && i < lines.Length; i++)
        {
            var line = text.Length == 0 ? lines[i].TrimStart() : lines[i];
            // Comments and empty lines between continuation lines are none of the instruction.
            if (starts.Count > 0 && (line.AsSpan().Trim() is [] or ['#', ..]))
                continue;
            goesOn = EndsWithEscape(line, escape, out var content);
            if (text.Length > 0)
                text.Append(' ');
            starts.Add((text.Length, i + 1));
            text.Append(content.Trim());
        }
        var whole = text.ToString();
        var keywordLength = whole.AsSpan().IndexOfAny(' ', '\t') is var space && space < 0 ? whole.Length : space;
        var keyword = whole[..keywordLength].ToUpperInvariant();
        var offset = keywordLength;
        var flags = WithFlags.Contains(keyword) ? Flags(whole, ref offset) : [];
        offset += whole.Length - offset - whole.AsSpan(offset).TrimStart().Length;
        var heredocs = WithHeredocs.Contains(Inner(keyword, whole, offset)) ? Heredocs(lines, ref i, whole[offset..]) : [];
        return new DockerfileInstruction
        {
            Keyword = keyword,
            Flags = flags,
            Arguments = whole[offset..].TrimEnd(),
            FirstLine = first,
            LastLine = heredocs is [.., var last] ? last.FirstLine + last.Text.Count(x => x == '\n') : starts[^1].Line,
            Heredocs = heredocs,
            LineStarts = [.. starts.Select(x => (Math.Max(0, x.Offset - offset), x.Line))],
        };
    }

    // An instruction behind ONBUILD carries here-documents like any other.
    private static string Inner(string keyword, string whole, int offset) =>
        keyword == "ONBUILD" ? whole[offset..].Split(' ', 2)[0].ToUpperInvariant() : keyword;

    /// <summary>An escape at the end of a line continues it, blanks behind it aside; two of them are one plain character.</summary>
    private static bool EndsWithEscape(string line, char escape, out string content)
    {
        var trimmed = line.TrimEnd(' ', '\t', '\r');
        content = line;
        if (!trimmed.EndsWith(escape) || (trimmed.Length > 1 && trimmed[^2] == escape))
            return false;
        content = trimmed[..^1];
        return true;
    }

    private static List<KeyValuePair<string, string>> Flags(string whole, ref int offset)
    {
        var flags = new List<KeyValuePair<string, string>>();
        while (true)
        {
            var start = offset;
            while (start < whole.Length && char.IsWhiteSpace(whole[start]))
                start++;
            if (!whole.AsSpan(start).StartsWith("--") || whole.AsSpan(start) is "--" || whole.AsSpan(start).StartsWith("-- "))
                return flags;
            var end = start;
            for (var quote = '\0'; end < whole.Length && (quote != '\0' || !char.IsWhiteSpace(whole[end])); end++)
                if (whole[end] is '"' or '\'')
                    quote =
                        quote == whole[end] ? '\0'
                        : quote == '\0' ? whole[end]
                        : quote;
            var parts = whole[(start + 2)..end].Split('=', 2);
            flags.Add(KeyValuePair.Create(parts[0], parts.Length == 2 ? parts[1].Trim('"', '\'') : ""));
            offset = end;
        }
    }

    private static List<DockerfileHeredoc> Heredocs(string[] lines, ref int i, string arguments)
    {
        var heredocs = new List<DockerfileHeredoc>();
        // What stands between quotes or behind another "<" is no here-document ("<<<" is a here-string of some shells).
        foreach (Match match in HeredocMark().Matches(arguments))
        {
            var tabs = match.Groups["tabs"].Length > 0;
            var name = match.Groups["name"].Value.Trim('"', '\'');
            var text = new StringBuilder();
            var first = i + 1;
            for (; i < lines.Length; i++)
            {
                var line = tabs ? lines[i].TrimStart('\t') : lines[i];
                if (line.TrimEnd('\r') == name)
                    break;
                text.Append(line).Append('\n');
            }
            i = Math.Min(i + 1, lines.Length);
            heredocs.Add(new DockerfileHeredoc(name, text.ToString(), first));
        }
        return heredocs;
    }

    [GeneratedRegex(@"^\s*#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$")]
    private static partial Regex DirectiveLine();

    [GeneratedRegex(@"^#\s*slim\s+ignore\s*=\s*([A-Za-z0-9_\-, ]+)")]
    private static partial Regex IgnoreComment();

    [GeneratedRegex("""(?<=^|\s)\d*<<(?<tabs>-?)(?<name>"[^"<\s]+"|'[^'<\s]+'|[A-Za-z_][A-Za-z0-9_.\-]*)""")]
    private static partial Regex HeredocMark();
}
