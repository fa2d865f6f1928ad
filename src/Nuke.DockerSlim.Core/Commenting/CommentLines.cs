using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>What the Dockerfile's lines weigh, and by how much each changed.</summary>
internal static class CommentLines
{
    private const long WorthShowing = 1_024;

    // No record: two lines that say and weigh the same are two.
    private sealed class Row(int? line, string instruction, long unpacked, long download, LineDelta? delta)
    {
        public int? Line => line;

        public string Instruction => instruction;

        public long Unpacked => unpacked;

        public long Download => download;

        public long? Change => delta?.LayerChange;

        public bool IsNew => delta is { Line: not null, LineBefore: null };

        public long Rank => Change is { } bytes and not long.MinValue ? Math.Abs(bytes) : 0;
    }

    /// <summary>The fold; empty where no layers are known.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="links">Where lines can be looked at.</param>
    /// <param name="most">Most lines.</param>
    public static Markdown Of(ImageReport report, CommentLinks links, int most)
    {
        var all = Rows(report);
        var changed = all.Where(x => x.Rank >= WorthShowing).OrderByDescending(x => x.Rank).Take(most);
        Row[] shown = [.. changed.Union(all.Where(x => x.Unpacked > 0).OrderByDescending(x => x.Unpacked)).Take(most)];
        if (shown.Length == 0)
            return Markdown.Empty;
        var hasDelta = report.Delta is not null;
        var table = new MarkdownTable(["line:", "instruction", "unpacked:", "download:", .. hasDelta ? (string[])["delta:"] : []]);
        foreach (var row in shown.OrderBy(x => x.Line ?? int.MaxValue))
            table.Add([
                Number(row, report, links),
                Markdown.Cell(row.Instruction, 160),
                Size(row.Unpacked),
                Size(row.Download),
                .. hasDelta ? (Markdown[])[Change(row)] : [],
            ]);
        var others = all.Except(shown).Where(x => x.Unpacked > 0).ToArray();
        if (others.Length > 0)
            table.Add([
                Markdown.Empty,
                Markdown.Of($"{others.Length} other {(others.Length == 1 ? "line" : "lines")}"),
                Size(others.Sum(x => x.Unpacked)),
                Size(others.Sum(x => x.Download)),
                .. hasDelta ? (Markdown[])[Markdown.Empty] : [],
            ]);
        var drift = report.Delta?.Drift is { } parts ? Markdown.Of($"Unpacked size: {DeltaText.Of(parts)}.") : Markdown.Empty;
        return CommentFold.Of(Markdown.Of($"Bytes by Dockerfile line"), Markdown.Join("\n\n", [drift, table.Written()]));
    }

    private static List<Row> Rows(ImageReport report)
    {
        var changes = report.Delta?.Lines ?? [];
        var byLine = changes.Where(x => x.Line is not null).DistinctBy(x => x.Line).ToDictionary(x => x.Line!.Value);
        var weights = report.Lines.Any(x => x.Layer is not null)
            ? report.Lines.Select(x => (Line: (int?)x.Line, x.Instruction, Unpacked: x.Layer?.Bytes ?? 0, Download: x.Download?.Bytes ?? 0))
            // An image that was not built here has layers and no lines.
            : report
                .Layers.GroupBy(x => (x.Line, Instruction: x.Instruction ?? "(unknown)"))
                .Select(x =>
                    (x.Key.Line, x.Key.Instruction, Unpacked: x.Sum(y => y.Unpacked.Bytes), Download: x.Sum(y => y.Download.Bytes))
                );
        return
        [
            .. weights.Select(x => new Row(
                x.Line,
                x.Instruction,
                x.Unpacked,
                x.Download,
                x.Line is { } line ? byLine.GetValueOrDefault(line) : null
            )),
            .. changes.Where(x => x.Line is null).Select(x => new Row(null, x.Instruction, 0, 0, x)),
        ];
    }

    private static Markdown Number(Row row, ImageReport report, CommentLinks links) =>
        row.Line is { } line
            ? Markdown.Of($"{(row.IsNew ? "new " : "")}{links.To(Markdown.Of($"{line:D}"), report.Image.Dockerfile, line)}")
        : row.Change is not null ? Markdown.Of($"gone")
        : Markdown.Empty;

    private static Markdown Change(Row row)
    {
        var text = row.Change is { } change and not 0 ? DeltaText.Bytes(change) : "";
        return row.Rank >= WorthShowing ? Markdown.Of($"**{Markdown.Figure(text)}**") : Markdown.Figure(text);
    }

    private static Markdown Size(long bytes) => bytes == 0 ? Markdown.Empty : Markdown.Figure(BudgetText.Figure(bytes, "bytes"));
}
