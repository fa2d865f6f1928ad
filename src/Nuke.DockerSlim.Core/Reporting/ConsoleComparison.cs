using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What the image has more and less than another one: by path, then by line.</summary>
internal static class ConsoleComparison
{
    private const int MostPaths = 10;
    private const int MostLines = 5;

    // Everything below is in the report.
    private const long WorthShowing = 1_000;

    private sealed record Row(string Change, string Line, string Text);

    /// <summary>Writes the comparison; nothing when there is none.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ComparisonFacts? comparison, ConsoleLines lines)
    {
        if (comparison is null)
            return;
        lines.Blank();
        lines.Paragraph(new("  compared  ", ConsoleTone.Faint), $"with {UntrustedText.OneLine(comparison.With)}: {Sentence(comparison)}");
        if (comparison.Gap is { } gap)
            lines.Paragraph("            ", UntrustedText.OneLine(gap), ConsoleTone.Caution);
        var paths = comparison.Paths.Where(x => Math.Abs(x.Delta.Bytes) >= WorthShowing).Take(MostPaths).ToArray();
        var rest = comparison.Delta.Bytes - paths.Sum(x => x.Delta.Bytes);
        Table(
            "path",
            [
                .. paths.Select(x => new Row(x.Delta.SignedText, Number(x.Line), UntrustedText.OneLine(x.Path))),
                .. Rest(rest, "other paths", signed: true),
            ],
            lines
        );
        Table("brought by", Rows(comparison.Brought), lines);
        Table("no longer there, brought by", Rows(comparison.Gone), lines);
    }

    private static string Sentence(ComparisonFacts comparison) =>
        comparison.Paths.Count == 0
            ? $"no file differs ({comparison.Live.Text})"
            : $"{Signed(comparison.Delta)}, from {comparison.ComparedLive.Text} to {comparison.Live.Text} of files; added {comparison.Added.Text}, changed {Signed(comparison.Changed)}, removed {comparison.Removed.Text}";

    private static string Signed(ByteSize bytes) => bytes.Bytes == 0 ? "0 B" : bytes.SignedText;

    private static IReadOnlyList<Row> Rows(IReadOnlyList<ComparedLine> all)
    {
        var shown = all.OrderByDescending(x => x.Content).Where(x => x.Content.Bytes >= WorthShowing).Take(MostLines).ToArray();
        return
        [
            .. shown.Select(x => new Row(
                x.Content.Text,
                Number(x.Line),
                x.Instruction is { } text ? UntrustedText.OneLine(text) : "(unknown)"
            )),
            .. Rest(all.Sum(x => x.Content.Bytes) - shown.Sum(x => x.Content.Bytes), "other layers", signed: false),
        ];
    }

    private static IEnumerable<Row> Rest(long bytes, string text, bool signed) =>
        bytes == 0 ? [] : [new Row(signed ? new ByteSize(bytes).SignedText : new ByteSize(bytes).Text, "", text)];

    private static void Table(string heading, IReadOnlyList<Row> rows, ConsoleLines lines)
    {
        if (rows.Count == 0)
            return;
        var (change, line) = (Math.Max(6, rows.Max(x => x.Change.Length)), Math.Max(4, rows.Max(x => x.Line.Length)));
        lines.Blank();
        lines.Line(new ConsoleSpan($"  {"bytes".PadLeft(change)}  {"line".PadLeft(line)}  {heading}", ConsoleTone.Faint));
        foreach (var row in rows)
            lines.Line(
                $"  {row.Change.PadLeft(change)}  ",
                new(row.Line.PadLeft(line) + "  ", ConsoleTone.Faint),
                InstructionText.Cut(row.Text, lines.Style.Width - change - line - 6, lines.Style)
            );
    }

    private static string Number(int? line) => line?.ToString(CultureInfo.InvariantCulture) ?? "";
}
