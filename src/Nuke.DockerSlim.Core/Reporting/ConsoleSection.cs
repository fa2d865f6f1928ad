using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>All that is shown of one image.</summary>
internal static class ConsoleSection
{
    /// <summary>Writes the section; its last line is what the image came to.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    /// <param name="file">The report's file; null when it was not written.</param>
    public static void Write(ImageReport report, ConsoleLines lines, string? file)
    {
        Title(report.Image, lines);
        lines.Blank();
        ConsoleTable.Write(ConsoleMeasures.Of(report, lines.Style), lines);
        ConsolePlatforms.Write(report, lines);
        ConsoleDeltas.Write(report, lines);
        ConsoleFailures.Write(report.Tests, lines);
        ConsoleSmoke.Write(report.Smoke, lines);
        if (ConsoleLineCosts.Has(report))
            ConsoleLineCosts.Write(report, lines);
        else
            ConsoleLayers.Write(report, lines);
        ConsoleContents.Write(report, lines);
        ConsoleComparison.Write(report.Comparison, lines);
        ConsolePolicies.Write(report, lines);
        ConsoleScan.Write(report, lines);
        ConsoleFindings.Write(report.Findings, lines);
        ConsoleAdvice.Write(report, lines);
        lines.Blank();
        Push(report, lines);
        if (file is not null)
            Files(file, lines);
        if (Runnable(report) is { } reference)
            lines.Paragraph(new("  run     ", ConsoleTone.Faint), $"docker run --rm {UntrustedText.OneLine(reference)}");
        if (NextStep.Of(report) is { } next)
            lines.Paragraph(new("  next    ", ConsoleTone.Faint), next);
        lines.Blank();
        Outcome(report, lines);
    }

    private static void Files(string file, ConsoleLines lines)
    {
        lines.Paragraph(new("  report  ", ConsoleTone.Faint), UntrustedText.OneLine(file));
        // To be looked at, where the other is to be read by programs.
        if (file.EndsWith(JsonReport.FileName, StringComparison.Ordinal))
            lines.Paragraph(
                new("  page    ", ConsoleTone.Faint),
                UntrustedText.OneLine(file[..^JsonReport.FileName.Length] + JsonReport.PageFileName)
            );
    }

    // Of several platforms, what ran the tests runs here.
    private static string? Runnable(ImageReport report) =>
        report.Platforms.Count == 0
            ? report.Image.LocalReference
            : report.Platforms.FirstOrDefault(x => x.Tests is not TestStatus.NotRun)?.LocalReference;

    private static void Title(ImageFacts image, ConsoleLines lines)
    {
        var style = lines.Style;
        var name = ColumnWidth.Cut(style.Fit(UntrustedText.OneLine(image.Name)), style.Width, style.Ellipsis);
        var about = string.Join(
            "  ",
            new[] { image.Platform, image.Dockerfile ?? image.Source }.Select(UntrustedText.OneLine).Where(x => x.Length > 0)
        );
        var room = style.Width - ColumnWidth.Of(name) - 2;
        if (about.Length == 0 || room < 10)
            lines.Line(new ConsoleSpan(name, ConsoleTone.Strong));
        else
            lines.Line(
                new(name, ConsoleTone.Strong),
                "  ",
                new(ColumnWidth.Cut(style.Fit(about), room, style.Ellipsis), ConsoleTone.Faint)
            );
    }

    private static void Push(ImageReport report, ConsoleLines lines)
    {
        var push = report.Push;
        var label = new ConsoleSpan("  push    ", ConsoleTone.Faint);
        if (push.Withheld is { } reason)
            lines.Paragraph(label, $"withheld: {UntrustedText.OneLine(reason)}", ConsoleTone.Caution);
        foreach (var move in push.Moves)
        {
            lines.Paragraph(
                label,
                UntrustedText.OneLine(move.Tag) + PushText.About(move),
                move.Holds ? ConsoleTone.Plain : ConsoleTone.Caution
            );
            label = "          ";
        }
        if (push.Digest is { } digest)
            Digest(label, digest, lines);
        foreach (var (platform, proof) in PushText.Proofs(push))
            lines.Paragraph(
                new ConsoleSpan("  proof   ", ConsoleTone.Faint),
                UntrustedText.OneLine($"{platform}tested {proof.Tested.Short} = pushed {proof.Pushed.Short}{PushText.About(proof)}")
            );
        if (PushText.About(push.SupplyChain) is { } stated)
            lines.Paragraph(new ConsoleSpan("  beside  ", ConsoleTone.Faint), UntrustedText.OneLine(stated));
        if (push.ReportNote is { } note)
            lines.Paragraph("          ", $"the report was not attached: {UntrustedText.OneLine(note)}", ConsoleTone.Caution);
        if (push.HistoryNote is { } begins)
            lines.Paragraph("          ", UntrustedText.OneLine(begins), ConsoleTone.Caution);
    }

    // The whole digest is what a person copies; 80 columns hold it only further to the left.
    private static void Digest(ConsoleSpan label, Digest digest, ConsoleLines lines)
    {
        var room = lines.Style.Width - digest.Value.Length;
        if (room >= label.Text.Length)
            lines.Line(label, digest.Value);
        else
            lines.Line("    ", room >= 4 ? digest.Value : digest.Short);
    }

    private static void Outcome(ImageReport report, ConsoleLines lines)
    {
        var tone = report.Outcome switch
        {
            ReportOutcome.Good => ConsoleTone.Good,
            ReportOutcome.Incomplete => ConsoleTone.Caution,
            _ => ConsoleTone.Bad,
        };
        var indent = "";
        foreach (var line in ColumnWidth.Wrap(lines.Style.Fit(ReportSentence.Of(report)), lines.Style.Width - 2))
        {
            lines.Line(indent, new(line, tone));
            indent = "  ";
        }
    }
}
