using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Building;

/// <summary>
/// Reads a Dockerfile's text into instructions with their lines, as BuildKit's parser does (Dockerfile reference: format, parser directives,
/// here-documents): continuation lines, comments and blank lines between them, heredocs, <c># escape=</c>, CRLF and a byte order mark.
/// What an instruction means is not looked at: unknown ones are instructions, too.
/// </summary>
internal sealed partial class DockerfileReader
{
    private readonly string[] _lines;
    private readonly char _escape;
    private int _next;

    private DockerfileReader(string text)
    {
        _lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        _escape = Escape(_lines);
    }

    /// <summary>The instructions, in order.</summary>
    /// <param name="text">The Dockerfile.</param>
    public static IReadOnlyList<DockerfileInstruction> Read(string text) => [.. new DockerfileReader(text).Instructions()];

    private IEnumerable<DockerfileInstruction> Instructions()
    {
        var stage = -1;
        while (_next < _lines.Length)
        {
            if (IsNothing(_lines[_next]))
            {
                _next++;
                continue;
            }
            var first = _next + 1;
            var line = LogicalLine();
            var blank = line.IndexOfAny([' ', '\t']);
            var keyword = (blank < 0 ? line : line[..blank]).ToUpperInvariant();
            var arguments = blank < 0 ? "" : line[blank..].Trim();
            var body = TakesHeredocs(keyword, arguments) ? SkipHeredocs(arguments) : null;
            if (keyword == "FROM")
                stage++;
            // A RUN that is nothing but a heredoc says nothing without its first line.
            var text =
                body is not null && keyword == "RUN" && arguments.Split(' ')[^1].StartsWith("<<", StringComparison.Ordinal)
                    ? $"{line} ({body}...)"
                    : line;
            yield return new DockerfileInstruction(stage, first, _next, keyword, arguments, text);
        }
    }

    private string LogicalLine()
    {
        var parts = new List<string>();
        while (_next < _lines.Length)
        {
            var line = _lines[_next++];
            if (parts.Count > 0 && IsNothing(line))
                continue;
            var text = line.TrimEnd();
            if (!IsContinued(text))
            {
                parts.Add(text.Trim());
                break;
            }
            parts.Add(text[..^1].Trim());
        }
        return string.Join(' ', parts.Where(x => x.Length > 0));
    }

    /// <summary>Goes past the heredocs of an instruction.</summary>
    /// <returns>The first line of the first; null when there is none.</returns>
    private string? SkipHeredocs(string arguments)
    {
        string? body = null;
        foreach (var word in DockerfileWords.Split(arguments, _escape))
        {
            if (Heredoc().Match(word) is not { Success: true } match)
                continue;
            var name = match.Groups["name"].Value.Trim('"', '\'');
            var stripsTabs = match.Groups["tabs"].Length > 0;
            while (_next < _lines.Length)
            {
                var line = stripsTabs ? _lines[_next].TrimStart('\t') : _lines[_next];
                _next++;
                if (line == name)
                    break;
                body ??= line.Trim();
            }
            body ??= "";
        }
        return body;
    }

    private bool IsContinued(string text) => text.Length > 0 && text[^1] == _escape && (text.Length == 1 || text[^2] != _escape);

    private static bool IsNothing(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];

    private static bool TakesHeredocs(string keyword, string arguments) =>
        keyword is "RUN" or "COPY" or "ADD" || (keyword == "ONBUILD" && TakesHeredocs(arguments.Split(' ')[0].ToUpperInvariant(), ""));

    // Directives stand at the top; the first line that is none ends them.
    private static char Escape(string[] lines)
    {
        foreach (var line in lines)
        {
            if (Directive().Match(line) is not { Success: true } match)
                break;
            if (match.Groups["key"].Value.Equals("escape", StringComparison.OrdinalIgnoreCase))
                return match.Groups["value"].Value is ['`'] ? '`' : '\\';
        }
        return '\\';
    }

    [GeneratedRegex(@"^\s*#\s*(?<key>[A-Za-z][A-Za-z0-9]*)\s*=\s*(?<value>.+?)\s*$")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^[0-9]*<<(?<tabs>-?)(?<name>[^<]+)$")]
    private static partial Regex Heredoc();
}
