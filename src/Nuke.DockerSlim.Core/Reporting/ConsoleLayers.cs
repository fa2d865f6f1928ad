using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The layers with the Dockerfile lines that made them; those of the base image are one row.</summary>
internal static class ConsoleLayers
{
    private const int Gap = 2;

    private sealed record Row(string Line, string Instruction, string Unpacked, string Download, bool FromBase);

    /// <summary>Writes the layers; nothing when there are none.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Layers.Count == 0)
            return;
        List<Row> rows = [new("line", "layer", "unpacked", "download", true), .. Rows(report.Layers)];
        var (line, unpacked, download) = (Widest(rows, x => x.Line), Widest(rows, x => x.Unpacked), Widest(rows, x => x.Download));
        var room = lines.Style.Width - 4 * Gap - line - unpacked - download;
        var instruction = Math.Min(room, Widest(rows, x => x.Instruction));
        lines.Blank();
        foreach (var row in rows)
        {
            var cut = InstructionText.Cut(row.Instruction, instruction, lines.Style);
            var tone = row.FromBase ? ConsoleTone.Faint : ConsoleTone.Plain;
            lines.Line(
                new(Space(Gap + line - row.Line.Length) + row.Line + Space(Gap), ConsoleTone.Faint),
                new(cut + Space(instruction - ColumnWidth.Of(cut) + Gap), tone),
                new(Space(unpacked - row.Unpacked.Length) + row.Unpacked + Space(Gap), tone),
                new(Space(download - row.Download.Length) + row.Download, tone)
            );
        }
    }

    private static IEnumerable<Row> Rows(IReadOnlyList<LayerFacts> layers)
    {
        var inBase = layers.TakeWhile(x => x.FromBase == true).ToList();
        if (inBase.Count > 0)
            yield return new(
                Number(inBase[0].Line),
                Base(inBase),
                new ByteSize(inBase.Sum(x => x.Unpacked.Bytes)).Text,
                new ByteSize(inBase.Sum(x => x.Download.Bytes)).Text,
                true
            );
        foreach (var layer in layers.Skip(inBase.Count))
            yield return new(
                Number(layer.Line),
                layer.Instruction is { } text ? UntrustedText.OneLine(text) : "(unknown)",
                layer.Unpacked.Text,
                layer.Download.Text,
                false
            );
    }

    private static string Base(List<LayerFacts> layers)
    {
        var text = UntrustedText.OneLine(layers[0].Instruction);
        var count = $"({layers.Count} {(layers.Count == 1 ? "layer" : "layers")})";
        return text.StartsWith("FROM ", StringComparison.OrdinalIgnoreCase) ? $"{text} {count}" : $"base image {count}";
    }

    private static string Number(int? line) => line?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static int Widest(List<Row> rows, Func<Row, string> column) => rows.Max(x => ColumnWidth.Of(column(x)));

    private static string Space(int count) => new(' ', Math.Max(0, count));
}
