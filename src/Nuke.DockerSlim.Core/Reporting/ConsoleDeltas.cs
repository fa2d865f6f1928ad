using System.Globalization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What changed against the baseline: a column of the table, and below it whom the bytes are charged to, and the lines and paths that brought them.</summary>
internal static class ConsoleDeltas
{
    private const int MostLines = 5;
    private const int MostPaths = 3;

    private const string Blank = "            ";

    private static readonly (string Measure, string Row)[] Rows =
    [
        ("downloadSize", "download size"),
        ("unpackedSize", "unpacked size"),
        ("ownUnpackedSize", "  own layers"),
        ("contextSize", "build context"),
        ("coldBuild", "cold build"),
        ("warmBuild", "warm build"),
        ("editedBuild", "edited build"),
        ("dependencyEditedBuild", "dependency edited"),
        ("ciBuild", "ci build"),
    ];

    /// <summary>Puts the changes into the rows of the table.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="delta">The changes; null when there are none.</param>
    public static void AddTo(List<ConsoleMeasure> rows, DeltaFacts? delta)
    {
        foreach (var measure in delta?.Measures ?? [])
        {
            var index = rows.FindIndex(x => x.Name == Rows.FirstOrDefault(y => y.Measure == measure.Name).Row);
            if (index >= 0)
                rows[index] = rows[index] with
                {
                    Before = measure.Before is { } before ? BudgetText.Figure(before, measure.Unit) : "",
                    Delta = new(DeltaText.Of(measure), Tone(measure.Kind)),
                };
        }
    }

    /// <summary>Writes what the image is held against, and what made the difference; nothing when nobody asked.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Baseline is not { } baseline)
            return;
        lines.Blank();
        var label = new ConsoleSpan("  against   ", ConsoleTone.Faint);
        var source = UntrustedText.OneLine(baseline.Source);
        if (report.Delta is not { } delta)
        {
            lines.Paragraph(label, $"no baseline in {source}: {UntrustedText.OneLine(baseline.Missing)}", ConsoleTone.Faint);
            return;
        }
        string?[] about =
        [
            baseline.Found is { } found ? UntrustedText.OneLine(baseline.Kind == BaselineKind.Revision ? ShortCommit(found) : found) : null,
            baseline.Kind == BaselineKind.Revision ? "built in turn with this"
            : baseline.CreatedAt is { } time ? DeltaText.Age(report.CreatedAt - time)
            : null,
        ];
        lines.Paragraph(label, $"{source} ({string.Join(", ", about.Where(x => x is not null))})");
        Drift(delta, lines);
        foreach (var line in delta.Lines.Where(x => Math.Abs(x.LayerChange ?? 0) >= DeltaText.WorthShowing).Take(MostLines))
            Cut($"{DeltaText.Bytes(line.LayerChange ?? 0), 10}  {Place(line), -8}  {UntrustedText.OneLine(line.Instruction)}", lines);
        foreach (var path in delta.Paths.Take(MostPaths))
            Cut($"{DeltaText.Of(path), 10}  {UntrustedText.OneLine(path.Path)}", lines);
    }

    private static string ShortCommit(string commit) => commit[..Math.Min(8, commit.Length)];

    private static void Drift(DeltaFacts delta, ConsoleLines lines)
    {
        if (delta.Drift is { } drift)
            lines.Paragraph(new("  unpacked  ", ConsoleTone.Faint), DeltaText.Of(drift));
    }

    private static string Place(LineDelta line) =>
        line.Line is { } now ? string.Create(CultureInfo.InvariantCulture, $"{(line.LineBefore is null ? "new" : "line")} {now}") : "gone";

    private static void Cut(string text, ConsoleLines lines)
    {
        var style = lines.Style;
        lines.Line(Blank, ColumnWidth.Cut(style.Fit(text), style.Width - Blank.Length, style.Ellipsis));
    }

    private static ConsoleTone Tone(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.More => ConsoleTone.Caution,
            ChangeKind.Less => ConsoleTone.Good,
            _ => ConsoleTone.Faint,
        };
}
