using System.Text;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// The running build in a few lines of a terminal that are drawn over: the steps that run and what they do. At the end one line is left.
/// </summary>
internal sealed class LiveRegion(TextWriter writer, LiveStyle style, string title, TimeProvider time) : LiveView
{
    private const int MostRows = 10;
    private const int WidestLine = 120;

    // Begin and end of what a terminal should show at once ("synchronized output"); those that do not know it take no notice.
    private const string BeginFrame = "\e[?2026h";
    private const string EndFrame = "\e[?2026l";
    private const string HideCursor = "\e[?25l";
    private const string ShowCursor = "\e[?25h";
    private static readonly TimeSpan WorthShowing = TimeSpan.FromSeconds(0.5);
    private readonly long _start = time.GetTimestamp();
    private string[] _shown = [];
    private int[] _widths = [];

    /// <inheritdoc />
    public override TimeSpan Period => TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    public override void Begin()
    {
        writer.Write(HideCursor);
        Tick(new LiveSteps());
    }

    /// <inheritdoc />
    public override void Finished(LiveStep step)
    {
        // The next drawing shows it; drawing at each event would be more than anybody can see.
    }

    /// <inheritdoc />
    public override void Tick(LiveSteps steps)
    {
        var (columns, rows) = Size();
        var console = style.Console with { Width = columns };
        // One column stays free: a character in the last one leaves it to the terminal where the cursor is.
        var width = Math.Min(WidestLine, columns - 1);
        var lines = Compose(steps, console, width).Take(Math.Clamp(rows - 1, 1, MostRows)).ToList();
        var frame = lines.ConvertAll(x => ConsoleLines.Render(console, x)).ToArray();
        if (frame.SequenceEqual(_shown))
            return;
        var text = new StringBuilder(BeginFrame).Append(ToTop(columns));
        foreach (var line in frame)
            text.Append(line).Append("\e[K\n");
        writer.Write(text.Append("\e[J").Append(EndFrame));
        writer.Flush();
        (_shown, _widths) = (frame, [.. lines.Select(x => x.Sum(y => ColumnWidth.Of(y.Text)))]);
    }

    /// <inheritdoc />
    public override void End(string sentence)
    {
        var (columns, _) = Size();
        var console = style.Console;
        var line = ColumnWidth.Cut(console.Fit(sentence), columns - 1, console.Ellipsis);
        writer.Write($"{BeginFrame}{ToTop(columns)}\e[J{line}\n{EndFrame}{ShowCursor}");
        writer.Flush();
        _shown = [];
    }

    private IEnumerable<ConsoleSpan[]> Compose(LiveSteps steps, ConsoleStyle console, int width)
    {
        var count = steps.Known > 0 ? $"  {steps.Finished} of {steps.Known} steps" : "";
        yield return Row(new(title + count, ConsoleTone.Strong), time.GetElapsedTime(_start), console, width);
        foreach (var step in steps.Running)
        {
            var elapsed = time.GetElapsedTime(step.Seen);
            if (!step.Vertex.IsStep && elapsed < WorthShowing)
                continue;
            yield return Row("  " + step.Name, elapsed, console, width);
            if (step.Activity() is { Length: > 0 } activity)
                yield return ["    ", new(ColumnWidth.Cut(console.Fit(activity), width - 4, console.Ellipsis), ConsoleTone.Faint)];
        }
    }

    private static ConsoleSpan[] Row(ConsoleSpan text, TimeSpan elapsed, ConsoleStyle console, int width)
    {
        // Tenths for as long as they are looked at; nothing that runs is told in hundredths.
        var seconds =
            elapsed.TotalSeconds < 60
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s")
                : elapsed.Text;
        var room = Math.Max(2, width - 10);
        var indent = text.Text.Length - text.Text.TrimStart().Length;
        var cut = text.Text[..indent] + InstructionText.Cut(text.Text[indent..], room - indent, console);
        return [text with { Text = cut }, new string(' ', room - ColumnWidth.Of(cut)), new($"{seconds, 10}", ConsoleTone.Faint)];
    }

    // A terminal that became narrower has broken the lines that are shown into more rows.
    private string ToTop(int columns)
    {
        var rows = _shown.Length == 0 ? 0 : _widths.Sum(x => Math.Max(1, (x + columns - 1) / columns));
        return rows == 0 ? "\r" : $"\r\e[{rows}A";
    }

    private (int Columns, int Rows) Size()
    {
        var (columns, rows) = style.Size?.Invoke() ?? (style.Console.Width, 24);
        return (Math.Clamp(columns, 20, ConsoleStyle.WidestWidth), Math.Max(2, rows));
    }
}
