namespace Nuke.DockerSlim.Reporting;

/// <summary>Figures as one line of characters, a column each, the lowest for the least and the highest for the most.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const string Ascii = "_.-=+*%#";

    // Less than a twentieth between least and most is a level line: what is hardly a change is not to look like a mountain.
    private const double LeastSpan = 0.05;

    /// <summary>The line.</summary>
    /// <param name="values">The figures, the oldest first; null where there is none, which leaves a gap.</param>
    /// <param name="style">What the place can show.</param>
    public static string Of(IReadOnlyList<long?> values, ConsoleStyle style)
    {
        var levels = style.Unicode ? Blocks : Ascii;
        var (least, most) = (values.Min() ?? 0, values.Max() ?? 0);
        var span = most - least;
        return string.Concat(
            values.Select(x =>
                x is not { } value ? ' '
                : span <= most * LeastSpan ? levels[levels.Length / 2 - 1]
                : levels[(int)Math.Round((double)(value - least) / span * (levels.Length - 1))]
            )
        );
    }
}
