using System.Globalization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What is in the image, and what lies in its layers for nothing.</summary>
internal static class ConsoleContents
{
    private const int Most = 3;

    // Package databases are rewritten by every installation: a few bytes of waste are in every image.
    private const long WorthShowing = 1_000_000;

    /// <summary>Writes a line of figures and the largest waste; nothing when nobody looked.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Contents is not { } contents)
            return;
        lines.Blank();
        lines.Paragraph(
            new("  contents  ", ConsoleTone.Faint),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{contents.Files:N0} files, {contents.Live.Text}; {contents.Wasted.Text} wasted in lower layers (efficiency {contents.Efficiency:P1})"
            )
        );
        foreach (var waste in contents.Waste.Where(x => x.Content.Bytes >= WorthShowing).Take(Most))
            lines.Paragraph(
                new("  wasted    ", ConsoleTone.Caution),
                $"{waste.Content.Text} {UntrustedText.OneLine(waste.Path)} {How(waste)}"
            );
        if (contents.Gap is { } gap)
            lines.Paragraph("            ", UntrustedText.OneLine(gap), ConsoleTone.Caution);
    }

    private static string How(WasteFacts waste)
    {
        var how = waste.Why switch
        {
            "copiedAgain" => "copied again for its owner, mode or date",
            "hidden" => "hidden by an emptied folder",
            _ => waste.Why,
        };
        var by = waste.ByLine is { } line ? string.Create(CultureInfo.InvariantCulture, $" by line {line}") : "";
        var from = waste.Line is { } brought ? string.Create(CultureInfo.InvariantCulture, $", brought by line {brought}") : "";
        return how + by + from;
    }
}
