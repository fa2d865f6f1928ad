using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Dockerfiles;

/// <summary>
/// Reads a Dockerfile's text into instructions with their lines, as BuildKit's parser does (Dockerfile reference: format, parser directives,
/// here-documents; BuildKit, <c>frontend/dockerfile/parser</c>): continuation lines, comments and blank lines between them, flags, heredocs,
/// <c># escape=</c>, CRLF and a byte order mark. What an instruction means is not looked at: unknown ones are instructions, too.
/// </summary>
internal sealed partial class DockerfileReader
{
    // Which instructions may carry flags and heredocs; elsewhere "--" and "<<" are plain text.
    private static readonly HashSet<string> WithFlags = ["FROM", "COPY", "ADD", "RUN", "HEALTHCHECK"];
    private static readonly HashSet<string> WithHeredocs = ["COPY", "ADD", "RUN"];

    private readonly string[] _lines;
    private int _next;

    /// <summary>Prepares the reading.</summary>
    /// <param name="text">The Dockerfile.</param>
    public DockerfileReader(string text)
    {
        // A line ends where BuildKit ends it: other marks, such as a form feed, are blanks.
        string[] lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(x => x.TrimEnd('\r'))];
        _lines = lines[^1].Length == 0 ? lines[..^1] : lines;
        Escape = EscapeOf(_lines);
    }

    /// <summary>The character that continues a line: <c>\</c>, or <c>`</c> where the file says so.</summary>
    public char Escape { get; }

    /// <summary>The instructions, in order; to be read once.</summary>
    public IEnumerable<DockerfileInstruction> Instructions()
    {
        var stage = -1;
        var ignored = new List<string>();
        while (_next < _lines.Length)
        {
            if (_lines[_next].Trim() is [] or ['#', ..])
            {
                var line = _lines[_next++].Trim();
                if (line.Length == 0)
                    ignored.Clear();
                else if (IgnoreComment().Match(line) is { Success: true } match)
                    ignored.AddRange(match.Groups[1].Value.Split((char[])[',', ' '], StringSplitOptions.RemoveEmptyEntries));
                continue;
            }
            var instruction = Instruction(stage) with { IgnoredRules = [.. ignored] };
            ignored.Clear();
            stage = instruction.Stage;
            yield return instruction;
        }
    }

    private DockerfileInstruction Instruction(int stage)
    {
        var first = _next + 1;
        var line = LogicalLine(out var starts);
        var end = line.AsSpan().IndexOfAny(" \t\r\v\f") is >= 0 and var blank ? blank : line.Length;
        var keyword = line[..end].ToUpperInvariant();
        var flags = WithFlags.Contains(keyword) ? Flags(line, ref end) : [];
        var arguments = line[end..].TrimStart();
        var heredocs = WithHeredocs.Contains(keyword == "ONBUILD" ? Inner(arguments) : keyword) ? Heredocs(arguments) : [];
        return new DockerfileInstruction
        {
            Stage = keyword == "FROM" ? stage + 1 : stage,
            Keyword = keyword,
            Flags = flags,
            Arguments = arguments,
            FirstLine = first,
            LastLine = _next,
            // A RUN that is nothing but a heredoc says nothing without its first line.
            Text =
                heredocs is [var body, ..] && keyword == "RUN" && arguments.Split(' ')[^1].StartsWith("<<", StringComparison.Ordinal)
                    ? $"{line} ({body.Text.Split('\n')[0].Trim()}...)"
                    : line,
            Heredocs = heredocs,
            LineStarts = [.. starts.Select(x => (Math.Max(0, x.Offset - (line.Length - arguments.Length)), x.Line))],
        };
    }

    private static string Inner(string arguments) => arguments.Split((char[])[' ', '\t'], 2)[0].ToUpperInvariant();

    /// <summary>An instruction's lines without heredocs, put together. Lines join without a blank, of several blanks where they join one is left.</summary>
    private string LogicalLine(out List<(int Offset, int Line)> starts)
    {
        var text = new StringBuilder();
        starts = [];
        var endsBlank = false;
        for (var goesOn = true; goesOn && _next < _lines.Length; )
        {
            var line = _lines[_next++];
            // Comments and empty lines between continuation lines are none of the instruction.
            if (starts.Count > 0 && line.AsSpan().Trim() is [] or ['#', ..])
                continue;
            goesOn = IsContinued(line, out var content);
            var trimmed = content.Trim();
            if (text.Length > 0 && trimmed.Length > 0 && (endsBlank || char.IsWhiteSpace(content[0])))
                text.Append(' ');
            starts.Add((text.Length, _next));
            text.Append(trimmed);
            endsBlank = trimmed.Length > 0 ? char.IsWhiteSpace(content[^1]) : endsBlank || content.Length > 0;
        }
        return text.ToString();
    }

    /// <summary>An escape at the end of a line continues it, blanks behind it aside; two of them are one plain character.</summary>
    private bool IsContinued(string line, out string content)
    {
        var trimmed = line.TrimEnd(' ', '\t');
        var isContinued = trimmed.EndsWith(Escape) && (trimmed.Length == 1 || trimmed[^2] != Escape);
        content = isContinued ? trimmed[..^1] : line;
        return isContinued;
    }

    private static List<KeyValuePair<string, string>> Flags(string line, ref int end)
    {
        var flags = new List<KeyValuePair<string, string>>();
        for (var next = end; DockerfileWords.Next(line, ref next) is ['-', '-', .. var flag]; end = next)
        {
            // Two dashes alone end the flags.
            if (flag.Length == 0)
            {
                end = next;
                break;
            }
            var parts = DockerfileWords.Unquote(flag).Split('=', 2);
            flags.Add(KeyValuePair.Create(parts[0], parts.Length == 2 ? parts[1] : ""));
        }
        return flags;
    }

    /// <summary>Reads the heredocs that an instruction begins, and goes past them. In them a backslash is the escape, whatever the file says.</summary>
    private List<DockerfileHeredoc> Heredocs(string arguments)
    {
        var heredocs = new List<DockerfileHeredoc>();
        foreach (var match in DockerfileWords.Split(arguments).Select(x => HeredocMark().Match(x)).Where(x => x.Success))
        {
            var name = DockerfileWords.Unquote(match.Groups["name"].Value);
            var first = _next + 1;
            var text = new StringBuilder();
            while (_next < _lines.Length)
            {
                var line = match.Groups["tabs"].Length > 0 ? _lines[_next].TrimStart('\t') : _lines[_next];
                _next++;
                if (line == name)
                    break;
                text.Append(line).Append('\n');
            }
            heredocs.Add(new DockerfileHeredoc(name, text.ToString(), first));
        }
        return heredocs;
    }

    // Directives stand at the top; the first line that is none ends them.
    private static char EscapeOf(string[] lines)
    {
        foreach (var match in lines.Select(x => Directive().Match(x)).TakeWhile(x => x.Success))
            if (match.Groups["key"].Value.Equals("escape", StringComparison.OrdinalIgnoreCase))
                return match.Groups["value"].Value is "`" ? '`' : '\\';
        return '\\';
    }

    [GeneratedRegex(@"^\s*#\s*(?<key>escape|syntax|check)\s*=\s*(?<value>.+?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^#\s*slim\s+ignore\s*=\s*([A-Za-z0-9_\-, ]+)")]
    private static partial Regex IgnoreComment();

    [GeneratedRegex(@"^[0-9]*<<(?<tabs>-?)(?<name>[^<]+)$")]
    private static partial Regex HeredocMark();
}
