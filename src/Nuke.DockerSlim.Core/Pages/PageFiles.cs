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
                <div class="scroll"><table>
                <thead><tr><th scope="col">{kind}</th><th scope="col" class="n">bytes</th><th scope="col" class="n">layer</th><th scope="col" class="n">line</th></tr></thead>
                <tbody>
                {Html.Join(
                    files.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td class=\"n\">{x.Content.Text}</td><td class=\"n\">{x.Layer:0}</td><td class=\"n\">{Line(x.Line)}</td></tr>\n"
                        )
                    )
                )}</tbody></table></div>

                """
            );

    private static Html Waste(ContentsFacts contents) =>
        contents.Waste.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <details><summary>Wasted: what a later layer removes or replaces</summary>
                <div class="scroll"><table>
                <thead><tr><th scope="col">path</th><th scope="col" class="n">bytes</th><th scope="col">how</th><th scope="col" class="n">line</th><th scope="col" class="n">by line</th></tr></thead>
                <tbody>
                {Html.Join(
                    contents.Waste.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td class=\"n\">{x.Content.Text}</td><td>{x.Why}</td><td class=\"n\">{Line(x.Line)}</td><td class=\"n\">{Line(x.ByLine)}</td></tr>\n"
                        )
                    )
                )}</tbody></table></div>
                </details>

                """
            );

    private static Html Residue(ImageReport report) =>
        report.Residue.Count == 0
            ? Html.Empty
            : Html.Of(
                $"""
                <details><summary>Residue: what a service does not need to run</summary>
                <div class="scroll"><table>
                <thead><tr><th scope="col">path</th><th scope="col">kind</th><th scope="col" class="n">bytes</th><th scope="col" class="n">line</th><th scope="col">what to do</th></tr></thead>
                <tbody>
                {Html.Join(
                    report.Residue.Take(Most).Select(x =>
                        Html.Of(
                            $"<tr><td class=\"path\"><bdi>{x.Path}</bdi></td><td>{x.Kind}</td><td class=\"n\">{x.Content.Text}</td><td class=\"n\">{Line(x.Line)}</td><td><bdi>{x.Fix}</bdi></td></tr>\n"
                        )
                    )
                )}</tbody></table></div>
                </details>

                """
            );

    private static Html Line(int? line) => line is { } number ? Html.Of($"<a href=\"#L{number:0}\">{number:0}</a>") : Html.Empty;
}
