using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Pages;

/// <summary>The Dockerfile with what each of its instructions cost beside it, and the image's layers.</summary>
internal static class PageLayers
{
    private const int MostLines = 500;
    private const int MostLayers = 127;

    /// <summary>The section; null where neither lines nor layers are known.</summary>
    /// <param name="source">What the page is made of.</param>
    public static PageSection? Of(PageSource source)
    {
        var report = source.Report;
        if (report.Lines.Count == 0 && report.Layers.Count == 0)
            return null;
        return new("layers", "Dockerfile and layers", Html.Of($"{Lines(source)}{Layers(report)}"));
    }

    private static Html Lines(PageSource source)
    {
        var report = source.Report;
        if (report.Lines.Count == 0)
            return Html.Empty;
        var rows = SourceLines.Of(source.Dockerfile, report.Lines);
        var most = Math.Max(1, report.Lines.Max(x => x.Layer?.Bytes ?? 0));
        var note = report.LinesAreInferred ? "The builder did not say which line its steps belong to; they were inferred. " : "";
        return Html.Of(
            $"""
            <p class="soft">{note}Bytes are those of the layers that a line made, unpacked; a time is that of its steps. Lines run side by side, so that they may add up to more than the build.</p>
            {HtmlTable.Of(
                ["#line", "Dockerfile", "#unpacked", "#cold", "#edited", "#warm"],
                rows.Take(MostLines).Select(x => Row(x, most)),
                "dockerfile"
            )}
            {PageVerdicts.More(rows.Count - MostLines)}
            """
        );
    }

    private static Html Row(SourceLine row, long most)
    {
        var (spans, cost) = (row.Rows > 1 ? Html.Of($" rowspan=\"{row.Rows:0}\"") : Html.Empty, row.Cost);
        var costs =
            cost is null && row.IsOfCost ? Html.Empty
            : cost is null ? Html.Own("<td></td><td></td><td></td><td></td>")
            : Html.Of(
                $"<td class=\"n\"{spans}>{Bytes(cost, most)}</td>{Time(cost, cost.Cold, "cold", spans)}{Time(cost, cost.Edited, "edited", spans)}{Time(cost, cost.Warm, "warm", spans)}"
            );
        return Html.Of(
            $"<tr id=\"L{row.Number:0}\"{Html.Own(row.IsOfCost ? "" : " class=\"soft\"")}><td class=\"n no\">{row.Number:0}</td><td><code>{Html.Text(row.Text, 240)}</code></td>{costs}</tr>\n"
        );
    }

    private static Html Bytes(LineFacts cost, long most) =>
        cost.Layer is { } layer ? Html.Of($"{layer.Text}{Bar(layer.Bytes, most)}") : Html.Empty;

    private static Html Time(LineFacts cost, long? milliseconds, string build, Html spans) =>
        cost.Cached.Contains(build) ? Html.Of($"<td class=\"n soft\"{spans}>cached</td>")
        : milliseconds is > 0 and var time ? Html.Of($"<td class=\"n\"{spans}>{TimeSpan.FromMilliseconds(time).Text}</td>")
        : Html.Of($"<td{spans}></td>");

    /// <summary>A bar of a part of the most.</summary>
    private static Html Bar(long part, long most) =>
        Html.Of(
            $"<svg class=\"bar\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{100.0 * part / most:0.##}\" height=\"4\"/></svg>"
        );

    private static Html Layers(ImageReport report)
    {
        if (report.Layers.Count == 0)
            return Html.Empty;
        var most = Math.Max(1, report.Layers.Max(x => x.Unpacked.Bytes));
        var (shown, more) = (report.Layers.Take(MostLayers).Index(), report.Layers.Count - MostLayers);
        return Html.Of(
            $"""
            <h3>Layers, the lowest first</h3>
            {HtmlTable.Of(
                ["#layer", "from", "#line", "instruction", "#download", "#unpacked"],
                shown.Select(x => Layer(x.Index, x.Item, most))
            )}
            {PageVerdicts.More(more)}
            """
        );
    }

    private static Html Layer(int number, LayerFacts layer, long most) =>
        Html.Of(
            $"""
            <tr><td class="n">{number:0}</td><td>{layer.FromBase switch
            {
                true => "base",
                false => "own",
                _ => "unknown",
            }}</td><td class="n">{(
                HtmlTable.Line(layer.Line)
            )}</td><td><code title="{layer.DiffId.Value}">{Html.Text(
                layer.Instruction,
                160
            )}</code></td><td class="n">{layer.Download.Text}</td><td class="n">{layer.Unpacked.Text}{Bar(
                layer.Unpacked.Bytes,
                most
            )}</td></tr>

            """
        );
}
