using System.Globalization;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The download size of earlier builds and of this one, as a chart that GitHub draws (Mermaid, <c>xychart-beta</c>).</summary>
internal static class CommentHistory
{
    private const int LongestLabel = 10;
    private const int Most = 20;

    /// <summary>The fold; empty where there are fewer than two points.</summary>
    /// <param name="points">The points, the oldest first.</param>
    public static Markdown Of(IReadOnlyList<SizeHistoryPoint>? points)
    {
        SizeHistoryPoint[] shown = [.. (points ?? []).TakeLast(Most)];
        if (shown.Length < 2)
            return Markdown.Empty;
        var (unit, factor) = shown.Max(x => x.Download.Bytes) >= 1_000_000 ? ("MB", 1_000_000m) : ("kB", 1_000m);
        var sizes = shown.Select(x => x.Download.Bytes / factor).ToArray();
        var labels = shown.Select((x, i) => $"\"{Label(x.Label, i)}\"");
        // From zero, so that a bar is as long as what it stands for.
        return CommentFold.Of(
            Markdown.Of($"Size history"),
            Markdown.Block(
                [
                    // Small, and on the page's own ground.
                    "%%{init: {\"xyChart\": {\"width\": 640, \"height\": 300, \"yAxis\": {\"labelFontSize\": 11}}, \"themeVariables\": {\"xyChart\": {\"backgroundColor\": \"transparent\"}}}}%%",
                    "xychart-beta",
                    $"    title \"Download size ({unit})\"",
                    $"    x-axis [{string.Join(", ", labels)}]",
                    $"    y-axis 0 --> {Number(sizes.Max() * 1.1m)}",
                    $"    bar [{string.Join(", ", sizes.Select(Number))}]",
                ],
                "mermaid",
                most: 4_000
            )
        );
    }

    // Mermaid has a grammar of its own, and draws equal labels at one place.
    private static string Label(string label, int index)
    {
        var plain = string.Concat(label.Where(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '-' or '_' or '/').Take(LongestLabel));
        return plain.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{index + 1}") : plain;
    }

    private static string Number(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
