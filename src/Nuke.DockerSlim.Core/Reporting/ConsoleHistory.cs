using System.Globalization;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The history of a tag: a table, the newest image first, and a bar for the download size of each.</summary>
internal static class ConsoleHistory
{
    private const int Gap = 2;
    private const int NarrowestBar = 10;
    private const string Eighths = "▏▎▍▌▋▊▉█";

    // What a narrow terminal has no room for goes in this order; it stands in the file.
    private static readonly string[] LeftOut = ["warm", "cold", "commit", "measured"];

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
    ];

    /// <summary>Writes the history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(TagHistory history, ConsoleLines lines)
    {
        var platform = history.Platform is { } name ? $" ({UntrustedText.OneLine(name)})" : "";
        lines.Paragraph(new("", ConsoleTone.Strong), UntrustedText.OneLine(history.Reference) + platform, ConsoleTone.Strong);
        if (history.Missing is { } missing)
            lines.Paragraph("  ", $"no history: {UntrustedText.OneLine(missing)}", ConsoleTone.Caution);
        if (history.Images.Count == 0)
            return;
        Table(history.Images, lines);
        if (history.Images.Any(x => x.Image.Download is { Bytes: > 0 }))
            Chart(history.Images, lines);
    }

    private static void Table(IReadOnlyList<PastStep> images, ConsoleLines lines)
    {
        var columns = All.Where(x => images.Any(y => x.Text(y).Length > 0)).ToList();
        if (IsTooWide())
            columns = [.. columns.Select(x => x.Heading == All[1].Heading ? Measured(Day) : x)];
        foreach (var name in LeftOut)
            if (IsTooWide())
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

    private static void Chart(IReadOnlyList<PastStep> images, ConsoleLines lines)
    {
        var most = images.Max(x => x.Image.Download?.Bytes ?? 0);
        var labels = images.Select(x => Word(TagHistory.Label(x.Image))).ToArray();
        var (label, size) = (labels.Max(x => x.Length), images.Max(x => (x.Image.Download?.Text ?? "?").Length));
        var room = Math.Max(NarrowestBar, lines.Style.Width - label - size - 3 * Gap);
        lines.Blank();
        lines.Line(new ConsoleSpan("  download size", ConsoleTone.Faint));
        foreach (var (image, name) in images.Zip(labels))
        {
            var bar = image.Image.Download is { } bytes ? Bar(bytes, most, room, lines.Style) : "";
            lines.Line(
                new($"  {name.PadRight(label)}  ", ConsoleTone.Faint),
                bar + new string(' ', Gap),
                image.Image.Download?.Text ?? "?"
            );
        }
    }

    /// <summary>A bar as long as its part of the most, to an eighth of a column; whole columns where only ASCII arrives. What is there is never nothing.</summary>
    private static string Bar(ByteSize bytes, long most, int columns, ConsoleStyle style)
    {
        if (!style.Unicode)
            return new string('#', (int)Math.Max(bytes.Bytes > 0 ? 1 : 0, Math.Round((double)columns * bytes.Bytes / most)));
        var eighths = (int)Math.Max(bytes.Bytes > 0 ? 1 : 0, Math.Round(8.0 * columns * bytes.Bytes / most));
        return new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[eighths % 8 - 1].ToString());
    }

    private static string Shortened(Digest digest) => digest.Hex[..8];

    private static string Time(long? milliseconds) => milliseconds is { } time ? TimeSpan.FromMilliseconds(time).Text : "";

    // It was read from a registry, where anybody may have written it.
    private static string Word(string text) => UntrustedText.OneLine(text);
}
