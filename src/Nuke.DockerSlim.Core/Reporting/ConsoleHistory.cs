using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>A history: a table, the newest image first, and each figure as a line over time.</summary>
internal static class ConsoleHistory
{
    private const int Gap = 2;

    // What a narrow terminal has no room for goes in this order; it stands in the file. Of images the minute says less than the digest, of runs more.
    private static readonly string[] LeftOut = [Minute, "digest", "warm", "edited", "cold", "commit", "measured"];
    private static readonly string[] LeftOutOfRuns = ["digest", Minute, "warm", "edited", "cold", "commit", "measured"];

    private const string Minute = "yyyy-MM-dd HH:mm";
    private const string Day = "yyyy-MM-dd";

    private sealed record Column(string Heading, Func<PastStep, string> Text, bool IsLeft = false);

    private static readonly Column[] All =
    [
        new("digest", x => Shortened(x.Image.Digest), IsLeft: true),
        Measured(Minute),
        new("commit", x => x.Image.Revision is null ? "" : Word(TagHistory.Label(x.Image)), IsLeft: true),
        new("download", x => x.Image.Download?.Text ?? "?"),
        new(
            "change",
            x =>
                x.DownloadChange is not { } change ? ""
                : change.Bytes == 0 ? "0 B"
                : change.SignedText
        ),
        new("unpacked", x => x.Image.Unpacked?.Text ?? "?"),
        new("cold", x => Time(x.Image.ColdMilliseconds)),
        new("warm", x => Time(x.Image.WarmMilliseconds)),
        new("edited", x => Time(x.Image.EditedMilliseconds)),
        new("came to", x => x.Image.Outcome is { } outcome ? ReportSentence.Word(outcome) : "", IsLeft: true),
    ];

    /// <summary>Writes the history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(TagHistory history, ConsoleLines lines)
    {
        lines.Paragraph(new("", ConsoleTone.Strong), UntrustedText.OneLine(history.Title), ConsoleTone.Strong);
        if (history.Missing is { } missing)
            lines.Paragraph("  ", $"no history: {UntrustedText.OneLine(missing)}", ConsoleTone.Caution);
        if (history.Images.Count == 0)
            return;
        Table(history.Images, history.Kind == HistoryKind.Tag ? LeftOut : LeftOutOfRuns, lines);
        ConsoleTrends.Write([.. history.Images.Select(x => x.Image).Reverse()], lines);
    }

    private static void Table(IReadOnlyList<PastStep> images, string[] leftOut, ConsoleLines lines)
    {
        var columns = All.Where(x => images.Any(y => x.Text(y).Length > 0)).ToList();
        if (images.All(x => x.Image.Outcome is null or ReportOutcome.Good))
            columns.RemoveAll(x => x.Heading == "came to");
        foreach (var name in leftOut.TakeWhile(_ => IsTooWide()))
            if (name == Minute)
                columns = [.. columns.Select(x => x.Heading == "measured" ? Measured(Day) : x)];
            else
                columns.RemoveAll(x => x.Heading == name);
        lines.Line(new ConsoleSpan(Row(columns, images, x => x.Heading), ConsoleTone.Faint));
        foreach (var image in images)
            lines.Line(Row(columns, images, x => x.Text(image)));

        bool IsTooWide() => columns.Sum(x => Width(x, images) + Gap) > lines.Style.Width;
    }

    private static Column Measured(string form) =>
        new("measured", x => x.Image.MeasuredAt.ToString(form, CultureInfo.InvariantCulture), IsLeft: true);

    private static string Row(List<Column> columns, IReadOnlyList<PastStep> images, Func<Column, string> text) =>
        string.Concat(columns.Select(x => new string(' ', Gap) + Padded(x, text(x), Width(x, images))));

    private static string Padded(Column column, string text, int width) => column.IsLeft ? text.PadRight(width) : text.PadLeft(width);

    private static int Width(Column column, IReadOnlyList<PastStep> images) =>
        Math.Max(column.Heading.Length, images.Max(x => column.Text(x).Length));

    private static string Shortened(Digest digest) => digest.Hex[..8];

    private static string Time(long? milliseconds) => milliseconds is { } time ? TimeSpan.FromMilliseconds(time).Text : "";

    // It was read from a registry, where anybody may have written it.
    private static string Word(string text) => UntrustedText.OneLine(text);
}
