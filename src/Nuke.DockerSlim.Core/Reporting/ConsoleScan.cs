using System.Globalization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What a scanner found, on one line; the findings say more of what is not let through.</summary>
internal static class ConsoleScan
{
    /// <summary>Writes the line; nothing when no scanner ran.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Scan is not { } scan)
            return;
        var found = Of(scan);
        lines.Paragraph(new("  scan      ", ConsoleTone.Faint), found.Text, found.Tone);
    }

    /// <summary>What it found, counted by severity.</summary>
    /// <param name="scan">The scan.</param>
    public static ConsoleSpan Of(ScanFacts scan)
    {
        (string Word, int Count)[] counts =
        [
            ("critical", scan.Critical),
            ("high", scan.High),
            ("medium", scan.Medium),
            ("low", scan.Low),
            ("negligible", scan.Negligible),
            ("unknown", scan.Unknown),
        ];
        var found = string.Join(
            ", ",
            counts.Where(x => x.Count > 0).Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Count:N0} {x.Word}"))
        );
        return new(
            $"{UntrustedText.OneLine(scan.Tool)} found {(found.Length == 0 ? "no vulnerability" : found)}",
            scan.AtLeast(scan.Severity) > 0 ? ConsoleTone.Bad : ConsoleTone.Good
        );
    }
}
