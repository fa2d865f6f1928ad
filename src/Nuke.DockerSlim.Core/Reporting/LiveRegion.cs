using System.Text;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// Rows at the bottom of a terminal that are drawn over, and lines that go above them to stay. Between two drawings the cursor is visible, in the
/// first column below the rows, and nothing is switched on: however the process ends, the terminal is as it was.
/// </summary>
internal sealed class LiveRegion(bool reflows)
{
    // What a terminal should show at once ("synchronized output"); those that do not know it take no notice. The cursor is hidden on its way only,
    // and rows that turn out wider than they were taken for are cut by the terminal instead of being broken.
    private const string BeginFrame = "\e[?2026h\e[?25l";
    private const string EndFrame = "\e[?25h\e[?2026l";
    private const string BeginRows = "\e[?7l";
    private const string EndRows = "\e[?7h";
    private string[] _rows = [];
    private int[] _widths = [];
    private int _columns;

    /// <summary>What draws lines above and rows below over what was drawn before.</summary>
    /// <param name="above">Lines that stay, each with its end; what they hold is written as it is.</param>
    /// <param name="rows">The rows, as they are written.</param>
    /// <param name="widths">The columns of each row.</param>
    /// <param name="columns">The terminal's columns.</param>
    /// <returns>Empty: nothing has changed.</returns>
    public string Draw(string above, string[] rows, int[] widths, int columns)
    {
        var isSamePlace = above.Length == 0 && rows.Length == _rows.Length && columns == _columns;
        if (isSamePlace && rows.AsSpan().SequenceEqual(_rows))
            return "";
        var text = new StringBuilder(BeginFrame).Append(ToTop(columns));
        if (!isSamePlace)
            text.Append("\e[J").Append(above);
        if (rows.Length > 0)
        {
            // A line above may have left a colour on.
            text.Append(above.Contains('\e') ? "\e[0m" : "").Append(BeginRows);
            for (var i = 0; i < rows.Length; i++)
                if (!isSamePlace || rows[i] != _rows[i])
                    text.Append(rows[i]).Append("\e[K\n");
                else
                    text.Append('\n');
            text.Append(EndRows);
        }
        // The terminal has cut what is wider.
        (_rows, _widths, _columns) = (rows, Array.ConvertAll(widths, x => Math.Min(x, columns)), columns);
        return text.Append(EndFrame).ToString();
    }

    /// <summary>What draws lines above the rows as they were drawn last.</summary>
    /// <param name="above">Lines that stay, each with its end.</param>
    /// <param name="columns">The terminal's columns.</param>
    public string DrawAbove(string above, int columns) => Draw(above, _rows, _widths, columns);

    /// <summary>Leaves what is shown where it is: somebody else has had the terminal meanwhile.</summary>
    public void Forget() => (_rows, _widths) = ([], []);

    // A terminal that became narrower has broken the rows that are shown into more.
    private string ToTop(int columns)
    {
        var rows = reflows && columns > 0 ? _widths.Sum(x => Math.Max(1, (x + columns - 1) / columns)) : _rows.Length;
        return rows == 0 ? "\r" : $"\r\e[{rows}A";
    }
}
