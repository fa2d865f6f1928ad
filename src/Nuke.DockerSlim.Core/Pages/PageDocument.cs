using System.Text;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>
/// An image's report as one page that needs nothing else: no server, no other file. Verdicts, tables, layers and findings are in it as HTML; the map of files
/// and the timelines are drawn by its script.
/// </summary>
internal static class PageDocument
{
    /// <summary>Bytes that a page may have, however much there is to tell.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>The page's text, a line end at its end. Where it would be too large the map of the files is left out.</summary>
    /// <param name="source">What it is made of.</param>
    public static string Of(PageSource source) =>
        Render(source) is var page && Encoding.UTF8.GetByteCount(page) <= MostBytes ? page : Render(source with { Files = null });

    private static string Render(PageSource source)
    {
        var report = source.Report;
        PageSection?[] all =
        [
            PageVerdicts.Of(report),
            PageFindings.Of(report),
            PageGrowth.Of(report),
            PageFiles.Of(source),
            PageLayers.Of(source),
            PageTimes.Of(report),
            PageHistory.Of(source),
        ];
        PageSection[] sections = [.. all.OfType<PageSection>()];
        return Html.Of(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{Html.Own(PageAssets.Policy)}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>{report.Image.Name}: {ReportSentence.Word(report.Outcome)}</title>
                <link rel="icon" href="data:,">
                <style>{Html.Own(PageAssets.Style)}</style>
                </head>
                <body>
                {PageHeading.Of(report)}<nav aria-label="Sections"><ul>
                {Html.Join(sections.Select(x => Html.Of($"<li><a href=\"#{x.Id}\">{x.Title}</a></li>\n")))}</ul></nav>
                <main>
                {Html.Join(sections.Select(x => x.ToHtml()))}</main>
                {PageHeading.Footer(report)}<script type="application/json" id="data">{PageData.Of(report)}</script>
                <script type="application/json" id="files-data">{PageData.Files(source.Files)}</script>
                <script>{Html.Own(PageAssets.Script)}</script>
                </body>
                </html>

                """
            )
            .ToString();
    }
}
