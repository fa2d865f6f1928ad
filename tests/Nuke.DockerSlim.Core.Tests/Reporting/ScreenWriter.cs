using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>A terminal with just the sequences a live region uses; any other one is an error.</summary>
internal sealed partial class ScreenWriter : TextWriter
{
    private readonly List<string> _rows = [""];
    private int _row;

    public override Encoding Encoding => new UTF8Encoding(false);

    /// <summary>How often it was written to: each time, a person could see something half drawn.</summary>
    public int Writes { get; private set; }

    public bool CursorVisible { get; private set; } = true;

    /// <summary>What a person sees, without empty rows at the end.</summary>
    public string Text => string.Join('\n', _rows).TrimEnd('\n');

    public override void Write(char value) => Write(value.ToString());

    public override void Write(StringBuilder? value) => Write(value?.ToString());

    public override void Write(string? value)
    {
        Writes++;
        foreach (Match token in Tokens().Matches(value!))
            Obey(token.Value);
    }

    private void Obey(string token)
    {
        switch (token)
        {
            case "\n":
                if (++_row == _rows.Count)
                    _rows.Add("");
                break;
            case "\r" or "\e[?2026h" or "\e[?2026l":
                break;
            case "\e[?25l" or "\e[?25h":
                CursorVisible = token.EndsWith('h');
                break;
            case "\e[K":
                break;
            case "\e[J":
                _rows.RemoveRange(_row, _rows.Count - _row);
                _rows.Add("");
                break;
            case ['\e', '[', .. var count, 'A']:
                _row -= int.Parse(count, CultureInfo.InvariantCulture);
                Assert.True(_row >= 0, "the cursor left the screen");
                break;
            case ['\e', '[', .., 'm']:
                break;
            default:
                Assert.DoesNotContain('\e', token);
                _rows[_row] = token;
                break;
        }
    }

    [GeneratedRegex(@"\n|\r|\e\[[0-9;?]*[A-Za-z]|[^\n\r\e]+|\e")]
    private static partial Regex Tokens();
}
