using System.Text.RegularExpressions;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Advising;

/// <summary>A text of lines of which some are replaced. What is not touched stays as it is to the byte; new lines end as the first one does.</summary>
internal sealed class TextLines
{
    private readonly List<string> _lines;
    private readonly string _end;
    private readonly Dictionary<int, List<string>> _before = [];
    private readonly Dictionary<int, IReadOnlyList<string>> _replaced = [];

    /// <summary>Takes a text.</summary>
    /// <param name="text">The text.</param>
    public TextLines(string text)
    {
        _lines = [.. text.Split('\n')];
        _end = _lines.Count > 1 && _lines[0].EndsWith('\r') ? "\r" : "";
    }

    /// <summary>Replaces a line by none or several.</summary>
    /// <param name="number">The line, from one.</param>
    /// <param name="lines">What stands there instead, without line ends.</param>
    public void Replace(int number, params IReadOnlyList<string> lines) => _replaced[number] = lines;

    /// <summary>Puts lines before one.</summary>
    /// <param name="number">The line, from one; the one behind the last for the end.</param>
    /// <param name="lines">The lines, without line ends.</param>
    public void Insert(int number, params IReadOnlyList<string> lines)
    {
        if (!_before.TryGetValue(number, out var known))
            _before[number] = known = [];
        known.AddRange(lines);
    }

    /// <summary>The text of a line, without its end; as it was.</summary>
    /// <param name="number">The line, from one.</param>
    public string this[int number] => _lines[number - 1].TrimEnd('\r');

    /// <summary>Puts a text behind a line as it is by now, and behind it the line's blanks no more.</summary>
    /// <param name="number">The line, from one.</param>
    /// <param name="text">The text.</param>
    public void Append(int number, string text) => Replace(number, Current(number).TrimEnd() + text);

    /// <summary>Replaces what a pattern finds in an instruction, if it finds it once; else nothing is done.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="replacement">What to put there, in the pattern's notation.</param>
    /// <returns>Whether it was found once.</returns>
    public bool ReplaceOnce(DockerfileInstruction instruction, Regex pattern, string replacement)
    {
        var found = Enumerable
            .Range(instruction.FirstLine, instruction.LastLine - instruction.FirstLine + 1)
            .Where(x => !this[x].TrimStart().StartsWith('#') && pattern.IsMatch(Current(x)))
            .ToArray();
        if (found is not [var line] || pattern.Count(Current(line)) != 1)
            return false;
        Replace(line, pattern.Replace(Current(line), replacement));
        return true;
    }

    /// <summary>The whole text with everything replaced.</summary>
    public override string ToString()
    {
        var result = new List<string>();
        for (var i = 1; i <= _lines.Count + 1; i++)
        {
            if (_before.TryGetValue(i, out var before))
            {
                // Behind a text that does not end in a line end.
                if (i > _lines.Count && _lines[^1].Length == 0)
                    result.RemoveAt(result.Count - 1);
                else if (i > _lines.Count && result.Count > 0)
                    result[^1] += _end;
                result.AddRange(before.Select(x => x + _end));
                if (i > _lines.Count)
                    result.Add("");
            }
            if (i > _lines.Count)
                break;
            if (_replaced.TryGetValue(i, out var lines))
                result.AddRange(lines.Select(x => x + EndOf(i)));
            else
                result.Add(_lines[i - 1]);
        }
        return string.Join('\n', result);
    }

    private string Current(int number) => _replaced.TryGetValue(number, out var lines) && lines is [var line] ? line : this[number];

    // The last line may have no end at all.
    private string EndOf(int number) => number == _lines.Count ? "" : _end;
}
