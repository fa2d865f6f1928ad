using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Pages;

/// <summary>What was found, the worst first, each with its fix; then what is advised, what saves the most first.</summary>
internal static class PageFindings
{
    private const int Most = 80;
    private const int MostAdvice = 12;
    private const int LongestDiff = 4_000;

    /// <summary>The section.</summary>
    /// <param name="report">The image's report.</param>
    public static PageSection Of(ImageReport report)
    {
        Finding[] findings = [.. report.Findings.OrderByDescending(x => x.Severity).ThenByDescending(x => x.Saving?.Bytes ?? 0)];
        return new(
            "findings",
            "Findings",
            Html.Of(
                $"""
                <p>{ConsoleReport.Count(report.Findings)}</p>
                {Miss(report.CacheMiss)}{List(findings.Take(Most))}{PageVerdicts.More(findings.Length - Most)}{Advices(report)}
                """
            )
        );
    }

    private static Html Miss(CacheMiss? miss) =>
        miss is null
            ? Html.Empty
            : Html.Of(
                $"""
                <p class="card caution"><strong>cache</strong> {miss.Build} build, {BudgetText.Figure(
                    miss.Rerun,
                    "milliseconds"
                )} ran again: <bdi>{miss.Cause}</bdi>.{(
                    miss.Advice is { } advice
                        ? Html.Of(
                            $" <span class=\"fix\"><bdi>{advice}</bdi>{(miss.Saved is { } saved ? $", which saves {BudgetText.Figure(saved, "milliseconds")}" : "")}.</span>"
                        )
                        : Html.Empty
                )}</p>

                """
            );

    private static Html List(IEnumerable<Finding> findings) =>
        Html.Join(findings.Select(Item)) is { IsEmpty: false } items ? Html.Of($"<ul class=\"findings\">\n{items}</ul>\n") : Html.Empty;

    private static Html Item(Finding finding) =>
        Html.Of(
            $"""
            <li class="card {Tone(finding.Severity)}"><p><strong>{Word(finding.Severity)}</strong> <bdi>{Html.Text(
                finding.Message,
                600
            )}</bdi></p>{(
                finding.Fix is { } fix ? Html.Of($"<p class=\"fix\"><bdi>{Html.Text(fix, 600)}</bdi></p>") : Html.Empty
            )}<p class="soft"><code>{finding.Rule}</code> {Place(finding)}{(
                finding.Saving is { } saving ? $" saves {saving.Text}" : ""
            )}</p></li>

            """
        );

    private static Html Place(Finding finding) =>
        finding switch
        {
            { File: { } file, Line: { } line } => Html.Of($"<a href=\"#L{line:0}\"><bdi>{file}</bdi>:{line:0}</a>"),
            { File: { } file } => Html.Of($"<bdi>{file}</bdi>"),
            _ => Html.Empty,
        };

    private static Html Advices(ImageReport report)
    {
        Advice[] worth = [.. report.Advice.Where(x => x.Diff is not null || x.Saves is { Bytes: > 0 })];
        if (worth.Length == 0)
            return Html.Empty;
        var note = worth.Any(x => x.Measured)
            ? "Tried and measured one after the other."
            : "Savings are estimates; ./build.sh TryAdvice measures them.";
        return Html.Of(
            $"""
            <h3>Advice</h3>
            <p class="soft">{note}</p>
            <ul class="findings">
            {Html.Join(worth.Take(MostAdvice).Select(Item))}</ul>
            {PageVerdicts.More(worth.Length - MostAdvice)}
            """
        );
    }

    private static Html Item(Advice advice)
    {
        string?[] saves =
        [
            advice.Saves is { Bytes: not 0 } size ? size.Text : null,
            advice.SavesMilliseconds is { } time and not 0 ? BudgetText.Figure(time, "milliseconds") : null,
        ];
        var saved = string.Join(", ", saves.OfType<string>());
        return Html.Of(
            $"""
            <li class="card"><p><strong>{(saved.Length > 0 ? $"saves {saved}" : "advice")}</strong> <bdi>{advice.Title}</bdi></p>{(
                advice.Dropped is { } dropped ? Html.Of($"<p class=\"caution\">dropped: <bdi>{dropped}</bdi></p>") : Html.Empty
            )}{(
                advice.Diff is { } diff
                    ? Html.Of($"<details><summary>what to change</summary><pre>{Html.Text(diff, LongestDiff)}</pre></details>")
                    : Html.Empty
            )}</li>

            """
        );
    }

    private static string Word(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "to know",
        };

    private static string Tone(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "bad",
            FindingSeverity.Warning => "caution",
            _ => "",
        };
}
