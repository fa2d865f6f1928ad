namespace Nuke.DockerSlim.Reporting;

/// <summary>Each figure of several images as a line over time, and what it was between.</summary>
internal static class ConsoleTrends
{
    // Columns that a name and the figures behind the line take at most.
    private const int Beside = 46;

    private sealed record Trend(string Name, string Unit, IReadOnlyList<long?> Values)
    {
        public string Text(long value) => BudgetText.Figure(value, Unit);
    }

    /// <summary>Writes the figures that at least two images have; nothing where none is.</summary>
    /// <param name="images">The images, the oldest first.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(IReadOnlyList<PastImage> images, ConsoleLines lines)
    {
        Trend[] trends =
        [
            .. new Trend[]
            {
                new("download", "bytes", [.. images.Select(x => x.Download?.Bytes)]),
                new("unpacked", "bytes", [.. images.Select(x => x.Unpacked?.Bytes)]),
                new("cold", "milliseconds", [.. images.Select(x => x.ColdMilliseconds)]),
                new("warm", "milliseconds", [.. images.Select(x => x.WarmMilliseconds)]),
                new("edited", "milliseconds", [.. images.Select(x => x.EditedMilliseconds)]),
            }.Where(x => x.Values.Count(y => y is not null) > 1),
        ];
        if (trends.Length == 0)
            return;
        lines.Blank();
        var width = trends.Max(x => x.Name.Length);
        foreach (var trend in trends)
        {
            IReadOnlyList<long?> shown = [.. trend.Values.TakeLast(lines.Style.Width - Beside)];
            lines.Line(
                new($"  {trend.Name.PadRight(width)}  ", ConsoleTone.Faint),
                Sparkline.Of(shown, lines.Style),
                new($"  {Range(trend, shown)}", ConsoleTone.Faint)
            );
        }
    }

    private static string Range(Trend trend, IReadOnlyList<long?> shown)
    {
        var known = shown.OfType<long>().ToArray();
        var (least, most) = (known.Min(), known.Max());
        if (trend.Text(least) == trend.Text(most))
            return trend.Text(least);
        var latest = shown[^1] is { } last && last != least && last != most ? $", now {trend.Text(last)}" : "";
        return $"{trend.Text(least)} to {trend.Text(most)}{latest}";
    }
}
