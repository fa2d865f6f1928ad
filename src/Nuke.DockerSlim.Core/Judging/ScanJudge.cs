using Nuke.DockerSlim.Configuration;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Judging;

/// <summary>Holds what a scanner found against the severity that is not let through.</summary>
public static class ScanJudge
{
    /// <summary>The rule of the finding.</summary>
    internal const string Rule = "vulnerable-packages";

    /// <summary>The finding, an error, that a scan comes to; null when it let the image through, or nobody asked for one.</summary>
    /// <param name="definition">The image's definition.</param>
    /// <param name="report">The report of the measured image.</param>
    public static Finding? Judge(ImageDefinition definition, ImageReport report)
    {
        if (!definition.ScanImage)
            return null;
        if (report.Scan is not { } scan)
            return Finding(
                report,
                null,
                "The image was not scanned for vulnerabilities, although --scan-image asks for it.",
                "Run ./build.sh MeasureImage --scan-image."
            );
        var severity = definition.ScanSeverity;
        if (scan.AtLeast(severity) is not (> 0 and var count))
            return null;
        var worst = scan.Vulnerabilities[0];
        var (few, more) = count == 1 ? ("vulnerability", "") : ("vulnerabilities", $", and {count - 1} more");
        var place = worst.Layer is { } layer
            ? $" ({(worst.FromBase == true ? $"layer {layer} of the base image" : $"layer {layer}")}{(worst.Line is { } line ? $", line {line}" : "")})"
            : "";
        var mended = worst.FixedVersion is { } version ? $", mended in {version}" : ", not mended yet";
        return Finding(
            report,
            worst.Line,
            $"{scan.Tool} found {count} {few} of severity {Word(severity)} or worse in the image: {worst.Id} ({Word(worst.Severity)}) in {worst.Package} {worst.Version}{place}{mended}{more}.",
            "Take a newer base image or package, or one without it; what does not concern the image goes into the scanner's own list of exceptions."
        );
    }

    private static string Word(Values.VulnerabilitySeverity severity) => severity.ToString().ToLowerInvariant();

    private static Finding Finding(ImageReport report, int? line, string message, string fix) =>
        new()
        {
            Rule = Rule,
            Severity = FindingSeverity.Error,
            File = report.Image.Dockerfile,
            Line = line,
            Message = message,
            Fix = fix,
        };
}
