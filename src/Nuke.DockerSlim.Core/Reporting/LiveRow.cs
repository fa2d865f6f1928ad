namespace Nuke.DockerSlim.Reporting;

/// <summary>Rows of a live view with something at their right: elapsed time, and bytes that move.</summary>
/// <param name="console">What the place can show.</param>
/// <param name="width">The columns of a row.</param>
internal sealed class LiveRow(ConsoleStyle console, int width)
{
    private const int ClockWidth = 9;
    private const int WidestBar = 24;

    // Below this much room for a step's name a bar is left out: its figures say the same.
    private const int LeastName = 30;

    /// <summary>A build.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="count">How far it is; kept where the title has to be cut.</param>
    /// <param name="clock">Its elapsed time.</param>
    public ConsoleSpan[] Heading(string title, string count, string clock)
    {
        var room = Math.Max(2, width - ClockWidth - ColumnWidth.Of(count));
        var cut = ColumnWidth.Cut(console.Fit(title), room, console.Ellipsis);
        return [new(cut, ConsoleTone.Strong), count, Gap(room - ColumnWidth.Of(cut)), Right(clock)];
    }

    /// <summary>A step that runs.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="transfer">The bytes that move; null: none.</param>
    /// <param name="clock">Its elapsed time.</param>
    public ConsoleSpan[] Step(string name, LiveTransfer? transfer, string clock)
    {
        var moved = transfer is { } x ? "  " + x.Text : "";
        var room = Math.Max(2, width - 2 - ClockWidth - ColumnWidth.Of(moved));
        var bar = transfer?.Part is { } part ? Bar(part, Math.Min(WidestBar, room - LeastName - 2)) : [];
        room -= bar.Sum(y => ColumnWidth.Of(y.Text));
        var cut = InstructionText.Cut(name, room, console);
        return ["  " + cut + new string(' ', room - ColumnWidth.Of(cut)), .. bar, moved, Right(clock)];
    }

    private static ConsoleSpan Gap(int columns) => new string(' ', Math.Max(0, columns));

    private static ConsoleSpan Right(string clock) => new(clock.PadLeft(ClockWidth), ConsoleTone.Faint);

    // Length carries it, not colour: a full and an empty part that differ in black and white, too.
    private ConsoleSpan[] Bar(double part, int columns)
    {
        if (columns < 8)
            return [];
        var full = (int)Math.Floor(part * columns);
        return console.Unicode
            ? ["  ", new(new string('━', full), ConsoleTone.Good), new(new string('─', columns - full), ConsoleTone.Faint)]
            : ["  ", $"[{new string('#', full * (columns - 2) / columns).PadRight(columns - 2, '.')}]"];
    }
}
