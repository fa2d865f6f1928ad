#nullable enable
using System.Text;
using Nuke.DockerSlim.Reporting;

namespace Gallery;

/// <summary>The gallery in a terminal of any width from 80 columns on.</summary>
public static class GalleryTable
{
    private const int Label = 12;
    private const int Column = 11;
    private static readonly string[] Heads = ["download", "unpacked", "cold", "warm", "edited"];

    public static string Render(GalleryResult result, int width)
    {
        var text = new StringBuilder();
        Line(text, "", Heads);
        foreach (var row in result.Rows)
            Row(text, row, width);
        if (result.Record is { } record)
            Claims(text, "record", [(RecordClaim.Of, RecordClaim.Of.Judge(record.Naive, record.Slim))], width, record.Sample.Name);
        foreach (var time in result.Times)
            Time(text, time, width);
        if (result.Troubles.Count > 0)
            text.Append('\n').Append("broken variants").Append('\n');
        foreach (var trouble in result.Troubles)
            Wrap(text, $"{trouble.Name}: {(trouble.Holds ? $"explained, exit code {trouble.ExitCode}" : "NOT explained")}", width, "  ");
        if (result.IsDisturbed)
            Wrap(
                text.Append('\n'),
                FormattableString.Invariant(
                    $"The machine was at other work meanwhile (load {result.Load:0.0} on average, {result.Processors} processors): times mean little."
                ),
                width,
                "  "
            );
        return text.ToString();
    }

    private static void Row(StringBuilder text, GalleryRow row, int width)
    {
        text.Append('\n')
            .Append(row.Sample.Name)
            .Append(" - ")
            .Append(row.Sample.Title)
            .Append(row.Holds ? "" : "  (did not pass)")
            .Append('\n');
        Line(text, row.Sample.Before, Cells(row.Naive));
        Line(text, "multi-stage", Cells(row.Slim));
        if (Changes(row) is var changes && changes.Any(x => x.Length > 0))
            Line(text, "", changes);
        Claims(text, "", row.Verdicts, width, null);
    }

    private static void Claims(
        StringBuilder text,
        string title,
        IEnumerable<(Claim Claim, ClaimVerdict Verdict)> verdicts,
        int width,
        string? of
    )
    {
        if (title.Length > 0)
            text.Append('\n').Append(title).Append(of is null ? "" : $": {of}").Append('\n');
        foreach (var (claim, verdict) in verdicts)
            Wrap(text, $"{claim.System} {claim.Text}: {verdict.Text}", width, "  ");
    }

    private static void Time(StringBuilder text, TimeComparison time, int width)
    {
        text.Append('\n').Append(time.Title).Append(" - ").Append(time.What).Append('\n');
        Wrap(text, $"without {time.Without.Text}; with {time.With.Text}", width, "  ");
        Wrap(text, $"{time.Claim}: {time.Verdict.Text}", width, "  ");
    }

    internal static string[] Cells(ImageReport? report) =>
        [
            Figures.Size(report?.Sizes?.Download),
            Figures.Size(report?.Sizes?.Unpacked),
            Figures.Seconds(report?.Builds.Cold),
            Figures.Seconds(report?.Builds.Warm),
            Figures.Seconds(report?.Builds.Edited),
        ];

    internal static string[] Changes(GalleryRow row)
    {
        var (before, after) = (row.Naive, row.Slim);
        return
        [
            Figures.Percent(before?.Sizes?.Download.Bytes, after?.Sizes?.Download.Bytes),
            Figures.Percent(before?.Sizes?.Unpacked.Bytes, after?.Sizes?.Unpacked.Bytes),
            Figures.Percent(Figures.Milliseconds(before?.Builds.Cold), Figures.Milliseconds(after?.Builds.Cold)),
            Figures.Percent(Figures.Milliseconds(before?.Builds.Warm), Figures.Milliseconds(after?.Builds.Warm)),
            Figures.Percent(Figures.Milliseconds(before?.Builds.Edited), Figures.Milliseconds(after?.Builds.Edited)),
        ];
    }

    private static void Line(StringBuilder text, string label, string[] cells) =>
        text.Append((("  " + label).PadRight(Label + 2) + string.Concat(cells.Select(x => x.PadLeft(Column)))).TrimEnd()).Append('\n');

    private static void Wrap(StringBuilder text, string sentence, int width, string indent)
    {
        var line = indent;
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length + 1 + word.Length >= width && line.Trim().Length > 0)
            {
                text.Append(line).Append('\n');
                line = indent + indent;
            }
            line += line.Trim().Length == 0 ? word : " " + word;
        }
        text.Append(line).Append('\n');
    }
}
