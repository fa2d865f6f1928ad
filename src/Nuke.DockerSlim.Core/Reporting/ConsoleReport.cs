namespace Nuke.DockerSlim.Reporting;

/// <summary>What a person sees after a run: a section an image, and what it all came to on the last line.</summary>
public static class ConsoleReport
{
    /// <summary>Writes the reports. No line takes more columns than the style has; texts that came out of a build are made harmless.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="reports">The images, in the order to be shown.</param>
    /// <param name="style">What the place can show.</param>
    public static void Write(TextWriter writer, IReadOnlyList<ImageReport> reports, ConsoleStyle style) =>
        Write(writer, reports, style, JsonReport.NameOf);

    /// <summary>Writes the reports, their files being elsewhere than usual.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="reports">The images, in the order to be shown.</param>
    /// <param name="style">What the place can show.</param>
    /// <param name="file">The file of a report as it should be shown; null when it was not written.</param>
    public static void Write(TextWriter writer, IReadOnlyList<ImageReport> reports, ConsoleStyle style, Func<ImageReport, string?> file)
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var report in reports)
        {
            if (report != reports[0])
                lines.Blank();
            ConsoleSection.Write(report, lines, file(report));
        }
        if (reports.Count > 1)
        {
            lines.Blank();
            lines.Paragraph(new("", ConsoleTone.Strong), Summary(reports), ConsoleTone.Strong);
        }
    }

    /// <summary>Writes what the checks of Dockerfiles found, where a run does no more than check.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="findings">The findings of each image, by its name.</param>
    /// <param name="style">What the place can show.</param>
    public static void WriteFindings(
        TextWriter writer,
        IReadOnlyList<KeyValuePair<string, IReadOnlyList<Finding>>> findings,
        ConsoleStyle style
    )
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var (name, found) in findings)
        {
            lines.Blank();
            lines.Paragraph(new("", ConsoleTone.Strong), $"{UntrustedText.OneLine(name)}: {Count(found)}", ConsoleTone.Strong);
            ConsoleFindings.Write(found, lines);
        }
        lines.Blank();
    }

    /// <summary>Writes what advice came to that was tried.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="reports">The images, in the order to be shown.</param>
    /// <param name="style">What the place can show.</param>
    public static void WriteAdvice(TextWriter writer, IReadOnlyList<ImageReport> reports, ConsoleStyle style)
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var report in reports.Where(x => x.AdviceTogether is not null))
        {
            lines.Blank();
            lines.Paragraph(new("", ConsoleTone.Strong), UntrustedText.OneLine(report.Image.Name), ConsoleTone.Strong);
            ConsoleAdvice.Write(report, lines);
        }
        lines.Blank();
    }

    /// <summary>Writes the histories of an image's tags.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="history">The histories.</param>
    /// <param name="style">What the place can show.</param>
    public static void WriteHistory(TextWriter writer, ImageHistory history, ConsoleStyle style)
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var tag in history.Tags)
        {
            lines.Blank();
            ConsoleHistory.Write(tag, lines);
        }
        lines.Blank();
    }

    /// <summary>Writes what two cold builds of each image came to.</summary>
    /// <param name="writer">Where to; lines end in <c>\n</c>.</param>
    /// <param name="facts">What they came to, by the image's name, and its platform where it has several; null: nothing was compared.</param>
    /// <param name="style">What the place can show.</param>
    public static void WriteReproducibility(
        TextWriter writer,
        IReadOnlyList<KeyValuePair<string, ReproducibilityFacts?>> facts,
        ConsoleStyle style
    )
    {
        var lines = new ConsoleLines(writer, style);
        foreach (var (name, found) in facts.Where(x => x.Value is not null))
        {
            lines.Blank();
            lines.Paragraph(new("", ConsoleTone.Strong), UntrustedText.OneLine(name), ConsoleTone.Strong);
            ConsoleReproducibility.Write(found, lines);
        }
        lines.Blank();
    }

    /// <summary>Findings counted: <c>1 error, 2 warnings, 3 to know</c>.</summary>
    /// <param name="findings">The findings.</param>
    internal static string Count(IReadOnlyList<Finding> findings)
    {
        var parts = findings
            .GroupBy(x => x.Severity)
            .OrderByDescending(x => x.Key)
            .Select(x => (x.Key, Count: x.Count()))
            .Select(x =>
                x.Key == FindingSeverity.Info
                    ? $"{x.Count} to know"
                    : $"{x.Count} {x.Key.ToString().ToLowerInvariant()}{(x.Count == 1 ? "" : "s")}"
            )
            .ToArray();
        return parts.Length == 0 ? "nothing found" : string.Join(", ", parts);
    }

    // "3 images: 2 good, 1 over budget (orders-api)": the good ones need no names.
    private static string Summary(IReadOnlyList<ImageReport> reports)
    {
        var parts = reports
            .GroupBy(x => x.Outcome)
            .OrderBy(x => x.Key != ReportOutcome.Good)
            .ThenBy(x => x.Key)
            .Select(x =>
                $"{x.Count()} {(x.Key == ReportOutcome.TestsFailed ? "with failed tests" : ReportSentence.Word(x.Key))}"
                + (x.Key == ReportOutcome.Good ? "" : $" ({string.Join(", ", x.Select(y => UntrustedText.OneLine(y.Image.Name)))})")
            );
        return $"{reports.Count} images: {string.Join(", ", parts)}";
    }
}
