using System.Globalization;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Pages;

/// <summary>The images that a tag stood for before, and those of the last runs, as charts and as a table.</summary>
internal static class PageHistory
{
    private const int Most = 50;

    /// <summary>The section; null where there is no history with images of this platform, and no run before this one.</summary>
    /// <param name="source">What the page is made of.</param>
    public static PageSection? Of(PageSource source)
    {
        var platform = source.Report.Image.Platform;
        TagHistory[] tags =
        [
            .. Of(source.History).Where(x => x.Kind != HistoryKind.Runs).Take(3),
            // One run is this one.
            .. Of(source.Runs).Where(x => x.Images.Count > 1),
        ];
        return tags.Length == 0 ? null : new("history", "History", Html.Join(tags.Select(Tag)));

        IEnumerable<TagHistory> Of(ImageHistory? history) =>
            (history?.Tags ?? []).Where(x => x.Images is { Count: > 0 } && (x.Platform is null || x.Platform == platform));
    }

    private static Html Tag(TagHistory tag)
    {
        PastImage[] images = [.. tag.Images.Take(Most).Select(x => x.Image).Reverse()];
        var isOfRuns = tag.Kind != HistoryKind.Tag;
        Html[] charts =
        [
            HistoryChart.Of("download size", [.. images.Select(x => (TagHistory.Label(x), x.Download?.Bytes))], "bytes"),
            HistoryChart.Of("unpacked size", [.. images.Select(x => (TagHistory.Label(x), x.Unpacked?.Bytes))], "bytes"),
            HistoryChart.Of("cold build", [.. images.Select(x => (TagHistory.Label(x), x.ColdMilliseconds))], "milliseconds"),
            HistoryChart.Of("warm build", [.. images.Select(x => (TagHistory.Label(x), x.WarmMilliseconds))], "milliseconds"),
            HistoryChart.Of("edited build", [.. images.Select(x => (TagHistory.Label(x), x.EditedMilliseconds))], "milliseconds"),
        ];
        return Html.Of(
            $"""
            <h3><bdi>{tag.Title}</bdi></h3>
            <div class="charts">
            {Html.Join(charts)}</div>
            {HtmlTable.Of(
                ["image", "measured", "#download", "#change", "#unpacked", "#cold", "#warm", "#edited", .. isOfRuns ? ["came to"] : Array.Empty<string>()],
                tag.Images.Take(Most).Select(x => Row(x, isOfRuns))
            )}

            """
        );
    }

    private static Html Row(PastStep step, bool isOfRuns)
    {
        var image = step.Image;
        return Html.Of(
            $"""
            <tr><th scope="row"><code title="{image.Digest.Value}">{TagHistory.Label(
                image
            )}</code></th><td>{image.MeasuredAt.UtcDateTime.ToString(
                isOfRuns ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )}</td>{Html.Join(
                new[]
                {
                    image.Download?.Text,
                    step.DownloadChange?.SignedText,
                    image.Unpacked?.Text,
                    Time(image.ColdMilliseconds),
                    Time(image.WarmMilliseconds),
                    Time(image.EditedMilliseconds),
                }.Select(x => Html.Of($"<td class=\"n\">{x}</td>"))
            )}{(isOfRuns ? Html.Of($"<td>{(image.Outcome is { } outcome ? ReportSentence.Word(outcome) : "")}</td>") : Html.Empty)}</tr>

            """
        );
    }

    private static string Time(long? milliseconds) => milliseconds is { } time ? TimeSpan.FromMilliseconds(time).Text : "";
}
