using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>What was measured, and what its limit says to it: the rows of the terminal's table.</summary>
internal static class PageVerdicts
{
    private const int MostFailures = 20;
    private const int MostPolicies = 20;

    private static readonly string[] Compared = ["#before", "#change"];

    /// <summary>The section.</summary>
    /// <param name="report">The image's report.</param>
    public static PageSection Of(ImageReport report)
    {
        var rows = ConsoleMeasures.Of(report, ConsoleStyle.Log);
        var hasBase = report.Delta is not null;
        return new(
            "verdicts",
            "Verdicts",
            Html.Of(
                $"""
                {HtmlTable.Of(
                    ["measure", "#value", .. hasBase ? Compared : [], "#budget", "verdict", "about"],
                    rows.Select(x => Row(x, hasBase)),
                    "measures"
                )}
                {Policies(report)}{Platforms(report)}{Failures(report)}
                """
            )
        );
    }

    private static Html Row(ConsoleMeasure row, bool hasBase)
    {
        var part = Html.Own(row.Name.StartsWith(' ') ? " class=\"part\"" : "");
        var change = hasBase
            ? Html.Of($"<td class=\"n was\">{row.Before}</td><td class=\"n {Tone(row.Delta.Tone)}\">{row.Delta.Text}</td>")
            : Html.Empty;
        var about = string.Join("; ", new[] { row.Detail, row.Note }.Where(x => x.Length > 0));
        return Html.Of(
            $"""
            <tr><th scope="row"{part}>{row.Name.Trim()}</th><td class="n">{row.Value}</td>{change}<td class="n budget">{row.Budget}</td><td class="{Tone(
                row.Verdict.Tone
            )}">{row.Verdict.Text.Trim()}</td><td class="soft details">{about}</td></tr>

            """
        );
    }

    private static Html Policies(ImageReport report) =>
        report.Policies.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <h3>Forbidden in the image</h3>
                <ul class="plain">
                {Html.Join(
                    report.Policies.Take(MostPolicies).Select(x =>
                        Html.Of(
                            $"<li><strong>{x.Name}</strong>: {(x.Verdict == Judging.Verdict.Within ? Html.Of($"<span class=\"good\">✓ none</span>") : Html.Of($"<span class=\"bad\">✗ <bdi>{x.Message ?? "not measured"}</bdi></span>"))}</li>\n"
                        )
                    )
                )}</ul>

                """
            );

    private static Html Platforms(ImageReport report) =>
        report.Platforms.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <h3>Platforms</h3>
                <p class="soft">The other sections are those of <bdi>{report.Image.Platform}</bdi>; each platform has a page of its own in the folder <code>platforms</code>.</p>
                {HtmlTable.Of(["platform", "#download", "#unpacked", "#cold build"],
                    report.Platforms.Select(x =>
                        Html.Of(
                            $"<tr><th scope=\"row\"><bdi>{x.Platform}</bdi></th><td class=\"n\">{x.Sizes?.Download.Text ?? "-"}</td><td class=\"n\">{x.Sizes?.Unpacked.Text ?? "-"}</td><td class=\"n\">{(x.Builds.Cold is { Void: null } cold ? BudgetText.Figure(cold.Milliseconds, "milliseconds") : "-")}</td></tr>\n"
                        )
                    ))}

                """
            );

    private static Html Failures(ImageReport report) =>
        report.Tests is { Failures.Count: 0, Message: null }
            ? Html.Empty
            : Html.Of(
                $"""
                <h3>Failed tests</h3>
                {(report.Tests.Message is { } message ? Html.Of($"<pre class=\"bad\">{Html.Text(message, 900)}</pre>\n") : Html.Empty)}{Html.Join(
                    report
                        .Tests.Failures.Take(MostFailures)
                        .Select(x => Html.Of($"<details><summary><bdi>{x.Name}</bdi></summary><pre>{Html.Text(x.Message, 900)}</pre></details>\n"))
                )}{More(report.Tests.Failures.Count - MostFailures)}
                """
            );

    /// <summary>How many more there are than are shown; nothing where all are.</summary>
    /// <param name="count">How many.</param>
    internal static Html More(int count) =>
        count > 0 ? Html.Of($"<p class=\"soft\">and {count} more, in {JsonReport.FileName}</p>\n") : Html.Empty;

    /// <summary>The class of a tone.</summary>
    /// <param name="tone">The tone.</param>
    internal static string Tone(ConsoleTone tone) =>
        tone switch
        {
            ConsoleTone.Good => "good",
            ConsoleTone.Bad => "bad",
            ConsoleTone.Caution => "caution",
            ConsoleTone.Faint => "soft",
            _ => "",
        };
}
