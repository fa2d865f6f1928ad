using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The Dockerfile's lines that cost most bytes and most seconds, and what all the others cost together.</summary>
internal static class ConsoleLineCosts
{
    private const int Gap = 2;
    private const int Most = 3;

    /// <summary>Whether a report has lines to show.</summary>
    /// <param name="report">The image's report.</param>
    public static bool Has(ImageReport report) => report.Lines.Any(x => Cost(x) > 0 || x.Layer is not null);

    /// <summary>Writes the lines.</summary>
    /// <param name="report">The image's report; it has lines.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        var shown = Dearest(report.Lines);
        var others = report.Lines.Where(x => !shown.Contains(x) && (Cost(x) > 0 || x.Layer is { Bytes: > 0 })).ToArray();
        List<string[]> rows = [.. shown.Select(x => Row(report, x))];
        if (others.Length > 0)
            rows.Add(["", $"{others.Length} other {(others.Length == 1 ? "line" : "lines")}", .. Figures(report, others)]);
        if (report.Layers.Where(x => x.Line is null).ToArray() is { Length: > 0 } unknown)
            rows.Add(["", "(unknown)", new ByteSize(unknown.Sum(x => x.Unpacked.Bytes)).Text, .. Times(report).Select(_ => "")]);
        rows.Insert(0, ["line", "instruction", "unpacked", .. Times(report).Select(x => x.Name)]);

        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(x => ColumnWidth.Of(x[i]))).ToArray();
        widths[1] = Math.Min(widths[1], lines.Style.Width - widths.Sum() + widths[1] - Gap * widths.Length);
        lines.Blank();
        foreach (var row in rows)
            Line(row, widths, row == rows[0] || row[0].Length == 0 ? ConsoleTone.Faint : ConsoleTone.Plain, lines);
        if (report.LineTimes.Cold is { } cold && cold.LinesMilliseconds > cold.RunningMilliseconds * 11 / 10)
            Note(
                $"lines ran side by side: {Time(cold.LinesMilliseconds)} in {Time(cold.RunningMilliseconds)}, the longest chain {Time(cold.CriticalMilliseconds)}",
                lines
            );
        if (report.LinesAreInferred)
            Note("lines are inferred from names and order: the builder did not say them", lines);
        if (report.CacheMiss is { } miss)
            Miss(miss, lines);
    }

    // The dearest in bytes, and in seconds of each build but the warm one; what is below a hundredth is not dear. In the Dockerfile's order.
    private static LineFacts[] Dearest(IReadOnlyList<LineFacts> lines) =>
        [
            .. new Func<LineFacts, long?>[] { x => x.Layer?.Bytes, x => x.Cold ?? x.Warm, x => x.Edited }
                .SelectMany(figure =>
                    lines.Where(x => figure(x) is > 0 and var cost && cost * 100 >= lines.Sum(figure)).OrderByDescending(figure).Take(Most)
                )
                .Distinct()
                .OrderBy(x => x.Line),
        ];

    private static string[] Row(ImageReport report, LineFacts line) =>
        [line.Line.ToString(CultureInfo.InvariantCulture), UntrustedText.OneLine(line.Instruction), .. Figures(report, [line])];

    private static IEnumerable<string> Figures(ImageReport report, LineFacts[] lines) =>
        Times(report)
            .Select(x =>
                lines.Sum(x.Of) is > 0 and var milliseconds && !lines.All(y => y.Cached.Contains(x.Name)) ? Time(milliseconds)
                : lines.All(y => y.Cached.Contains(x.Name)) ? "cached"
                : ""
            )
            .Prepend(lines.Sum(x => x.Layer?.Bytes ?? 0) is > 0 and var bytes ? new ByteSize(bytes).Text : "");

    private static IEnumerable<(string Name, Func<LineFacts, long> Of)> Times(ImageReport report)
    {
        if (report.LineTimes.Cold is not null)
            yield return ("cold", x => x.Cold ?? 0);
        if (report.LineTimes is { Warm: not null, Cold: null, Edited: null })
            yield return ("warm", x => x.Warm ?? 0);
        if (report.LineTimes.Edited is not null)
            yield return ("edited", x => x.Edited ?? 0);
    }

    private static void Line(string[] row, int[] widths, ConsoleTone tone, ConsoleLines lines)
    {
        var cut = InstructionText.Cut(row[1], widths[1], lines.Style);
        List<ConsoleSpan> spans =
        [
            new(Space(Gap + widths[0] - row[0].Length) + row[0] + Space(Gap), ConsoleTone.Faint),
            new(cut + Space(widths[1] - ColumnWidth.Of(cut)), tone),
        ];
        spans.AddRange(row.Skip(2).Select((x, i) => new ConsoleSpan(Space(Gap + widths[i + 2] - x.Length) + x, tone)));
        lines.Line(spans);
    }

    private static void Miss(CacheMiss miss, ConsoleLines lines)
    {
        var label = new ConsoleSpan("  cache   ", ConsoleTone.Faint);
        lines.Blank();
        lines.Paragraph(label, UntrustedText.OneLine($"{miss.Build} build, {Time(miss.Rerun)} ran again: {miss.Cause}"), ConsoleTone.Faint);
        if (miss.Advice is { } advice)
            lines.Paragraph(
                "          ",
                UntrustedText.OneLine(advice + (miss.Saved is { } saved ? $": saves {Time(saved)} of every {miss.Build} build" : "")),
                ConsoleTone.Caution
            );
    }

    private static void Note(string text, ConsoleLines lines) => lines.Paragraph(Space(Gap + 2), text, ConsoleTone.Faint);

    private static long Cost(LineFacts line) => Math.Max(line.Cold ?? 0, Math.Max(line.Warm ?? 0, line.Edited ?? 0));

    private static string Time(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds).Text;

    private static string Space(int count) => new(' ', Math.Max(0, count));
}
