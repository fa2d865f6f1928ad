using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>What grew against the baseline: measures, lines, paths.</summary>
internal static class PageGrowth
{
    private const int Most = 40;

    /// <summary>The section; null where nobody asked for a baseline.</summary>
    /// <param name="report">The image's report.</param>
    public static PageSection? Of(ImageReport report)
    {
        if (report.Baseline is not { } baseline)
            return null;
        var from = Html.Of(
            $"<p>Against <bdi>{baseline.Source}</bdi>{(baseline.Found is { } found ? Html.Of($" (<bdi>{found}</bdi>)") : Html.Empty)}.</p>\n"
        );
        if (report.Delta is not { } delta)
            return new(
                "growth",
                "Against the baseline",
                Html.Of($"{from}<p class=\"caution\"><bdi>{baseline.Missing ?? "Nothing was compared."}</bdi></p>\n")
            );
        return new(
            "growth",
            "Against the baseline",
            Html.Of(
                $"""
                {from}{(delta.Drift is { } drift ? Html.Of($"<p>Unpacked size: {DeltaText.Of(drift)}.</p>\n") : Html.Empty)}{Measures(
                    delta
                )}{Lines(delta)}{Paths(delta)}
                """
            )
        );
    }

    private static Html Measures(DeltaFacts delta)
    {
        var (same, others) = (
            delta.Measures.Where(x => x.Kind == ChangeKind.Same).ToArray(),
            delta.Measures.Where(x => x.Kind is not (ChangeKind.Same or ChangeKind.Unknown)).ToArray()
        );
        var table = Html.Of(
            $"""
            {HtmlTable.Of(["measure", "#before", "#now", "#change"], others.Select(Row))}

            """
        );
        return Html.Of(
            $"""
            {(others.Length > 0 ? table : Html.Empty)}{(
                same.Length > 0
                    ? Html.Of($"<p class=\"soft\">The same: {string.Join(", ", same.Select(x => BudgetText.Measure(x.Name)))}.</p>\n")
                    : Html.Empty
            )}
            """
        );
    }

    private static Html Row(MeasureDelta measure) =>
        Html.Of(
            $"""
            <tr><th scope="row">{BudgetText.Measure(measure.Name)}</th><td class="n">{Figure(
                measure.Before,
                measure.Unit
            )}</td><td class="n">{Figure(measure.After, measure.Unit)}</td><td class="n {Tone(measure.Kind)}">{DeltaText.Of(
                measure
            )}</td></tr>

            """
        );

    private static Html Lines(DeltaFacts delta) =>
        delta.Lines.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <h3>Lines</h3>
                {HtmlTable.Of(["#line", "instruction", "#unpacked", "#cold build", "by"], delta.Lines.Take(Most).Select(Line))}

                """
            );

    private static Html Line(LineDelta line) =>
        Html.Of(
            $"""
            <tr><td class="n">{(
                line.Line is null ? Html.Of($"gone") : HtmlTable.Line(line.Line)
            )}</td><td><code>{Html.Text(line.Instruction, 200)}</code>{(line.LineBefore is null ? " new" : "")}</td><td class="n {Sign(
                line.LayerChange
            )}">{(line.LayerChange is { } bytes ? DeltaText.Bytes(bytes) : "")}</td><td class="n">{(
                line.ColdChange is { } time ? (time > 0 ? "+" : "") + BudgetText.Figure(time, "milliseconds") : ""
            )}</td><td>{Word(line.Cause)}</td></tr>

            """
        );

    private static Html Paths(DeltaFacts delta) =>
        delta.Paths.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <h3>Paths</h3>
                {HtmlTable.Of(["path", "#change", "#line"],
                    delta.Paths.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td class=\"n {Sign((x.After ?? 0) - (x.Before ?? 0))}\">{DeltaText.Of(x)}</td><td class=\"n\">{HtmlTable.Line(x.Line)}</td></tr>\n"
                        )
                    ))}

                """
            );

    private static string Figure(long? value, string unit) =>
        value is { } figure ? BudgetText.Figure(figure, unit == "count" ? "" : unit) : "";

    private static string Tone(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.More => "caution",
            ChangeKind.Less => "good",
            _ => "soft",
        };

    private static string Sign(long? change) =>
        change is > 0 ? "caution"
        : change is < 0 ? "good"
        : "soft";

    private static string Word(ChangeCause cause) =>
        cause switch
        {
            ChangeCause.Own => "this change",
            ChangeCause.Base => "another base image",
            _ => "rebuilding the same",
        };
}
