using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>Puts a comment together: what always stands there, and as many details as there is room for.</summary>
/// <param name="reports">The images' reports, one at least.</param>
/// <param name="options">What it is rendered with besides.</param>
internal sealed class CommentBody(IReadOnlyList<ImageReport> reports, CommentOptions options)
{
    // Blank lines, and the lines of a fold around an image.
    private const int AroundPart = 2;
    private const int AroundFold = 60;
    private const int LongestNote = 600;
    private readonly CommentLinks _links = new(options);

    /// <summary>The comment.</summary>
    /// <param name="room">Most characters.</param>
    public string Written(int room)
    {
        var isOne = reports.Count == 1;
        var heading = Markdown.Of($"### {(isOne ? CommentHeading.Of(reports[0]) : CommentHeading.Of(reports))}");
        var table = isOne ? Markdown.Empty : ImageTable.Of(reports, room / 6);
        var images = isOne ? [(reports[0], Markdown.Empty)] : Folded(room / 6);
        room -= heading.Length + table.Length + images.Sum(x => x.Summary.Length + AroundFold) + LongestNote;
        var reasons = new CommentPart(-1, "reasons", -1, rows => isOne ? Reason(reports[0], rows * 32) : ImageTable.Reasons(reports, rows));
        var footer = new CommentPart(2, "origin of the figures", -1, _ => CommentFooter.Of(reports, _links));
        var parts = Parts(images);
        var fit = new CommentFit([reasons, footer, .. parts.SelectMany(x => x)], room, AroundPart);
        var details = parts.Select(x => Markdown.Join("\n\n", x.Select(part => fit[part])));
        if (!isOne)
            details = details.Select((x, i) => CommentFold.Of(images[i].Summary, x));
        var without = reports.Count - images.Length;
        string[] left = [.. without > 0 ? [$"details of {without} images"] : Array.Empty<string>(), .. fit.Left];
        return Markdown.Join("\n\n", [heading, table, fit[reasons], .. details, Note(string.Join(", ", left)), fit[footer]]) + "\n";
    }

    // Of the images, those first that failed: they are what people want to read about.
    private CommentPart[][] Parts((ImageReport Report, Markdown Summary)[] images)
    {
        var ranks = new int[images.Length];
        foreach (var (rank, image) in images.Index().OrderBy(x => x.Item.Report.Outcome == ReportOutcome.Good).Select(x => x.Index).Index())
            ranks[image] = rank;
        return [.. images.Select((x, i) => ImageParts.Of(x.Report, ranks[i], _links, options).ToArray())];
    }

    private static Markdown Reason(ImageReport report, int most) =>
        CommentHeading.Reason(report) is { Length: > 0 } reason ? Markdown.Of($"**{Markdown.Text(reason, most)}**") : Markdown.Empty;

    // As many as there is room for the first lines of, in their order.
    private (ImageReport Report, Markdown Summary)[] Folded(int room) =>
        [
            .. reports
                .Select(x => (Report: x, Summary: Markdown.Of($"<b>{CommentHeading.Of(x)}</b>")))
                .TakeWhile(x => (room -= x.Summary.Length + AroundFold) > 0),
        ];

    private Markdown Note(string left) =>
        left.Length == 0
            ? Markdown.Empty
            : Markdown.Of(
                $"{CommentMark.Caution} Left out to stay below {options.CharacterLimit} characters: {left}. All of it is in `slim-report.json`."
            );
}
