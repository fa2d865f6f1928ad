using System.Globalization;
using Nuke.DockerSlim.Reporting;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Pages;

/// <summary>The images that a tag stood for before, as charts and as a table.</summary>
internal static class PageHistory
{
    private const int Most = 50;

    /// <summary>The section; null where no history was asked for, or none has an image of this platform.</summary>
    /// <param name="source">What the page is made of.</param>
    public static PageSection? Of(PageSource source)
    {
        var platform = source.Report.Image.Platform;
        TagHistory[] tags =
        [
            .. (source.History?.Tags ?? [])
                .Where(x => x.Images is { Count: > 0 } && (x.Platform is null || x.Platform == platform))
                .Take(3),
        ];
        return tags.Length == 0 ? null : new("history", "History", Html.Join(tags.Select(Tag)));
    }

    private static Html Tag(TagHistory tag)
    {
        PastImage[] images = [.. tag.Images.Take(Most).Select(x => x.Image).Reverse()];
        Html[] charts =
        [
            HistoryChart.Of("download size", [.. images.Select(x => (TagHistory.Label(x), x.Download?.Bytes))], "bytes"),
            HistoryChart.Of("unpacked size", [.. images.Select(x => (TagHistory.Label(x), x.Unpacked?.Bytes))], "bytes"),
            HistoryChart.Of("cold build", [.. images.Select(x => (TagHistory.Label(x), x.ColdMilliseconds))], "milliseconds"),
            HistoryChart.Of("warm build", [.. images.Select(x => (TagHistory.Label(x), x.WarmMilliseconds))], "milliseconds"),
        ];
        return Html.Of(
            $"""
            <h3><bdi>{tag.Reference}</bdi>{(tag.Platform is { } platform ? $" ({platform})" : "")}</h3>
            <div class="charts">
            {Html.Join(charts)}</div>
            {HtmlTable.Of(["image", "measured", "#download", "#change", "#unpacked", "#cold", "#warm"], tag.Images.Take(Most).Select(Row))}

            """
        );
    }

    private static Html Row(PastStep step)
    {
        var image = step.Image;
        return Html.Of(
            $"""
            <tr><th scope="row"><code title="{image.Digest.Value}">{TagHistory.Label(
                image
            )}</code></th><td>{image.MeasuredAt.UtcDateTime.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )}</td><td class="n">{image.Download?.Text}</td><td class="n">{step.DownloadChange?.SignedText}</td><td class="n">{image.Unpacked?.Text}</td><td class="n">{Time(
                image.ColdMilliseconds
            )}</td><td class="n">{Time(image.WarmMilliseconds)}</td></tr>

            """
        );
    }

    private static string Time(long? milliseconds) => milliseconds is { } time ? TimeSpan.FromMilliseconds(time).Text : "";
}
