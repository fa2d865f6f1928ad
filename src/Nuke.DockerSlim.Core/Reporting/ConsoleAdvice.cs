using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What to do about an image: a few lines in each report, and all of it once it was tried.</summary>
internal static class ConsoleAdvice
{
    private const int Most = 5;
    private const int SizeWidth = 9;
    private const int TimeWidth = 8;

    /// <summary>Writes what saves the most; nothing where nothing is known to save anything or can be tried.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.AdviceTogether is not null)
        {
            WriteTried(report, lines);
            return;
        }
        Advice[] worth = [.. report.Advice.Where(x => x.Diff is not null || x.Saves is { Bytes: > 0 })];
        if (worth.Length == 0)
            return;
        lines.Blank();
        lines.Paragraph(
            new("  advice  ", ConsoleTone.Faint),
            worth.Any(x => x.Diff is not null) ? "savings are estimates; ./build.sh TryAdvice measures them" : "savings are estimates",
            ConsoleTone.Faint
        );
        foreach (var advice in worth.Take(Most))
            lines.Paragraph(Saved(advice.Saves, advice.SavesMilliseconds), UntrustedText.OneLine(advice.Title));
        if (worth.Length > Most)
            lines.Line(new ConsoleSpan($"  and {worth.Length - Most} more, in the report", ConsoleTone.Faint));
    }

    private static void WriteTried(ImageReport report, ConsoleLines lines)
    {
        var together = report.AdviceTogether!;
        lines.Blank();
        lines.Paragraph(
            new("  advice  ", ConsoleTone.Faint),
            "tried one after the other on a copy; what each saved, the most first (a minus: larger or slower)",
            ConsoleTone.Faint
        );
        lines.Line(new ConsoleSpan($"    {"unpacked", SizeWidth}  {together.Build ?? "", TimeWidth}", ConsoleTone.Faint));
        foreach (var advice in report.Advice.Where(x => x.Measured))
            Tried(advice, lines);
        var tests = together.TestCount is { } count ? $"{count} tests" : "the tests";
        lines.Paragraph(
            Saved(
                new ByteSize(together.Before.Bytes - together.After.Bytes),
                together.MillisecondsBefore - together.MillisecondsAfter,
                new("  = ", ConsoleTone.Strong)
            ),
            $"all together: own unpacked size {together.Before.Text} -> {together.After.Text}{Share(together)}"
                + (
                    together is { MillisecondsBefore: { } before, MillisecondsAfter: { } after }
                        ? $"; {together.Build} build {Time(before)} -> {Time(after)}"
                        : ""
                )
                + (together.Tests == TestStatus.NotRun ? "; no tests ran" : $"; {tests} passed"),
            ConsoleTone.Strong
        );
        Advice[] others = [.. report.Advice.Where(x => !x.Measured && x.Saves is { Bytes: > 0 })];
        if (others.Length > 0)
            lines.Line(new ConsoleSpan("  left to you, by estimates", ConsoleTone.Faint));
        foreach (var advice in others.Take(Most))
            lines.Paragraph(Saved(advice.Saves, advice.SavesMilliseconds), UntrustedText.OneLine(advice.Title));
        Diff(together.Diff, lines);
        End(report, together, lines);
    }

    private static void Tried(Advice advice, ConsoleLines lines)
    {
        var isKept = advice.Dropped is null;
        var mark = isKept ? ConsoleMark.Good(lines.Style.Unicode) : ConsoleMark.Bad(lines.Style.Unicode);
        var label = Saved(advice.Saves, advice.SavesMilliseconds, new($"  {mark} ", isKept ? ConsoleTone.Good : ConsoleTone.Bad));
        lines.Paragraph(label, UntrustedText.OneLine(advice.Title));
        if (advice.Dropped is { } reason)
            lines.Paragraph(new string(' ', ColumnWidth.Of(label.Text)), $"dropped: {UntrustedText.OneLine(reason)}", ConsoleTone.Caution);
    }

    private static void Diff(string diff, ConsoleLines lines)
    {
        if (diff.Length == 0)
            return;
        lines.Blank();
        foreach (var line in diff.TrimEnd('\n').Split('\n').Where(x => x.Length > 0))
            lines.Line(
                "  ",
                new(
                    ColumnWidth.Cut(
                        lines.Style.Fit(line[..1] + UntrustedText.OneLine("." + line[1..])[1..]),
                        lines.Style.Width - 2,
                        lines.Style.Ellipsis
                    ),
                    line[0] switch
                    {
                        '+' => ConsoleTone.Good,
                        '-' => ConsoleTone.Bad,
                        '@' => ConsoleTone.Faint,
                        _ => ConsoleTone.Plain,
                    }
                )
            );
    }

    private static void End(ImageReport report, AdviceTogether together, ConsoleLines lines)
    {
        lines.Blank();
        if (together.Diff.Length == 0)
            lines.Paragraph(new("  apply   ", ConsoleTone.Faint), "nothing was kept; your files stay as they are");
        else if (together.Applied)
            lines.Paragraph(new("  applied ", ConsoleTone.Faint), "your files were changed as shown above", ConsoleTone.Good);
        else
        {
            lines.Paragraph(new("  apply   ", ConsoleTone.Faint), "./build.sh TryAdvice --apply-advice, with the same options");
            lines.Paragraph("          ", $"or patch -p1 < artifacts/images/{UntrustedText.OneLine(report.Image.Name)}/advice.diff");
        }
        if (together.Note is { } note && together.Diff.Length > 0)
            lines.Paragraph(new("  note    ", ConsoleTone.Faint), UntrustedText.OneLine(note), ConsoleTone.Caution);
    }

    private static ConsoleSpan Saved(ByteSize? size, long? milliseconds, ConsoleSpan? mark = null) =>
        new(
            $"{mark?.Text ?? "    "}{Size(size), SizeWidth}  {(milliseconds is { } time ? Time(time) : ""), TimeWidth}  ",
            mark?.Tone ?? ConsoleTone.Plain
        );

    private static string Size(ByteSize? size) =>
        size is { } known ? (known.Bytes < 0 ? "-" : "") + new ByteSize(Math.Abs(known.Bytes)).Text : "";

    private static string Time(long milliseconds) => (milliseconds < 0 ? "-" : "") + TimeSpan.FromMilliseconds(Math.Abs(milliseconds)).Text;

    private static string Share(AdviceTogether together) =>
        together.Before.Bytes > 0
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $" ({100.0 * (together.After.Bytes - together.Before.Bytes) / together.Before.Bytes:+0;-0;0}%)"
            )
            : "";
}
