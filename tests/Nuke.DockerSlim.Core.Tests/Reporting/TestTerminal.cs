using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>
/// A terminal with rows that scroll away, wide characters and lines that break, that is resized as most are: broken lines are joined and broken
/// anew. It knows just the sequences that a live view uses; any other one is an error.
/// </summary>
internal sealed partial class TestTerminal(int columns, int rows) : TextWriter
{
    private readonly List<TerminalRow> _rows = [new()];
    private int _row;
    private int _column;
    private bool _breaks = true;

    public override Encoding Encoding => new UTF8Encoding(false);

    /// <summary>How often it was written to: each time, a person could see something half drawn.</summary>
    public int Writes { get; private set; }

    /// <summary>Characters that were written.</summary>
    public int Characters { get; private set; }

    public bool CursorVisible { get; private set; } = true;

    /// <summary>Whether something is switched on that a program leaves behind.</summary>
    public bool IsAsItWas => CursorVisible && _breaks && _column == 0;

    public (int Columns, int Rows) Size => (columns, rows);

    /// <summary>What is in it, what has scrolled away included; lines that were broken in one piece, without empty ones at the end.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string>();
            foreach (var row in _rows)
                if (row.Continues)
                    lines[^1] += row.Text;
                else
                    lines.Add(row.Text);
            while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1]))
                lines.RemoveAt(lines.Count - 1);
            return [.. lines.Select(x => x.TrimEnd())];
        }
    }

    public string Text => string.Join('\n', Lines);

    private int Top => Math.Max(0, _rows.Count - rows);

    public void Resize(int newColumns, int newRows)
    {
        var whole = new List<List<string>>();
        var (line, offset) = (0, 0);
        for (var i = 0; i < _rows.Count; i++)
        {
            if (!_rows[i].Continues)
                whole.Add([]);
            if (i == _row)
                (line, offset) = (whole.Count - 1, whole[^1].Count + _column);
            whole[^1].AddRange(_rows[i].Cells);
        }
        (columns, rows) = (newColumns, newRows);
        _rows.Clear();
        for (var i = 0; i < whole.Count; i++)
        {
            var first = _rows.Count;
            _rows.Add(new());
            foreach (var cell in whole[i])
            {
                if (_rows[^1].Cells.Count + (WidthOf(cell) == 2 ? 2 : 1) > columns)
                    _rows.Add(new() { Continues = true });
                _rows[^1].Cells.Add(cell);
            }
            if (i == line)
                (_row, _column) = (Math.Min(_rows.Count - 1, first + (offset / columns)), offset % columns);
        }
    }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        Writes++;
        Characters += value!.Length;
        foreach (Match token in Tokens().Matches(value))
            Obey(token.Value);
    }

    private void Obey(string token)
    {
        switch (token)
        {
            case "\n":
                (_row, _column) = (_row + 1, 0);
                if (_row == _rows.Count)
                    _rows.Add(new());
                break;
            case "\r":
                _column = 0;
                break;
            case "\e[?2026h" or "\e[?2026l":
                break;
            case "\e[?25l" or "\e[?25h":
                CursorVisible = token.EndsWith('h');
                break;
            case "\e[?7l" or "\e[?7h":
                _breaks = token.EndsWith('h');
                break;
            case "\e[K":
                _rows[_row].CutAt(_column);
                break;
            case "\e[J":
                _rows[_row].CutAt(_column);
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                // Rows below are empty, not gone: what is on the screen stays where it is.
                break;
            case ['\e', '[', .. var count, 'A']:
                _row = Math.Max(Top, _row - int.Parse(count, CultureInfo.InvariantCulture));
                break;
            case ['\e', '[', .., 'm']:
                break;
            default:
                Assert.DoesNotContain('\e', token);
                foreach (var rune in token.EnumerateRunes())
                    Put(rune.ToString());
                break;
        }
    }

    private void Put(string character)
    {
        var width = WidthOf(character);
        if (_column + width > columns)
        {
            if (!_breaks)
                return;
            Obey("\n");
            _rows[_row] = new() { Continues = true };
        }
        // What was the rest of a broken line is a line of its own once it is written over from its begin.
        if (_column == 0 && _rows[_row].Cells.Count > 0)
            _rows[_row].Continues = false;
        _rows[_row].Put(_column, character, width);
        _column += width;
    }

    // Told apart as far as tests write: by a judge of its own, not by what is tested.
    private static int WidthOf(string character) =>
        character.Length == 0 || character[0] is '\u200B' or (>= '\u0300' and <= '\u036F') ? 0
        : character[0] is (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF00' and <= '\uFF60') ? 2
        : 1;

    [GeneratedRegex(@"\n|\r|\e\[[0-9;?]*[A-Za-z]|[^\n\r\e]+|\e")]
    private static partial Regex Tokens();

    private sealed class TerminalRow
    {
        /// <summary>A character a column; behind a wide one comes an empty text.</summary>
        public List<string> Cells { get; } = [];

        /// <summary>Whether it is the rest of the line above.</summary>
        public bool Continues { get; set; }

        public string Text => string.Concat(Cells);

        public void Put(int column, string character, int width)
        {
            while (Cells.Count < column + width)
                Cells.Add(" ");
            if (width == 0 && column > 0)
                Cells[column - 1] += character;
            for (var i = 0; i < width; i++)
                Cells[column + i] = i == 0 ? character : "";
        }

        public void CutAt(int column)
        {
            if (column < Cells.Count)
                Cells.RemoveRange(column, Cells.Count - column);
            Continues &= column > 0;
        }
    }
}
