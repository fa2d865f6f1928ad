using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Pages;

/// <summary>What is in the image. The script draws a map of it; the largest files, and what is there for nothing, are tables.</summary>
internal static class PageFiles
{
    private const int Most = 20;

    /// <summary>The section; null where the image was not looked into.</summary>
    /// <param name="source">What the page is made of.</param>
    public static PageSection? Of(PageSource source)
    {
        if (source.Report.Contents is not { } contents)
            return null;
        return new(
            "files",
            "Files",
            Html.Of(
                $"""
                <p>{contents.Files} files, {contents.Live.Text}; {contents.Wasted.Text} wasted in lower layers (efficiency {100
                    * contents.Efficiency:0.0} %).{(
                    contents.Gap is { } gap ? Html.Of($" <span class=\"caution\"><bdi>{gap}</bdi></span>") : Html.Empty
                )}</p>
                <div id="map" hidden></div>
                <noscript><p class="soft">The map of the files is drawn by this page's script, which is switched off here.</p></noscript>
                <details{Html.Own(source.Files is null ? " open" : "")}><summary>Largest files and folders</summary>
                {Paths(contents.Largest, "file")}{Paths(contents.Folders, "folder")}</details>
                {Waste(contents)}{Residue(source.Report)}
                """
            )
        );
    }

    private static Html Paths(IReadOnlyList<FileFacts> files, string kind) =>
        files.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                {HtmlTable.Of([kind, "#bytes", "#layer", "#line"],
                    files.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td class=\"n\">{x.Content.Text}</td><td class=\"n\">{x.Layer:0}</td><td class=\"n\">{HtmlTable.Line(x.Line)}</td></tr>\n"
                        )
                    ))}

                """
            );

    private static Html Waste(ContentsFacts contents) =>
        contents.Waste.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <details><summary>Wasted: what a later layer removes or replaces</summary>
                {HtmlTable.Of(["path", "#bytes", "how", "#line", "#by line"],
                    contents.Waste.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td class=\"n\">{x.Content.Text}</td><td>{x.Why}</td><td class=\"n\">{HtmlTable.Line(x.Line)}</td><td class=\"n\">{HtmlTable.Line(x.ByLine)}</td></tr>\n"
                        )
                    ))}
                </details>

                """
            );

    private static Html Residue(ImageReport report) =>
        report.Residue.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <details><summary>Residue: what a service does not need to run</summary>
                {HtmlTable.Of(["path", "kind", "#bytes", "#line", "what to do"],
                    report.Residue.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td>{x.Kind}</td><td class=\"n\">{x.Content.Text}</td><td class=\"n\">{HtmlTable.Line(x.Line)}</td><td><bdi>{x.Fix}</bdi></td></tr>\n"
                        )
                    ))}
                </details>

                """
            );
}
