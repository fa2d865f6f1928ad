using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Whether the image still runs, and what its container said where it does not.</summary>
internal static class ConsoleSmoke
{
    private const int Most = 12;

    /// <summary>The row of the table; none when the image was not started.</summary>
    /// <param name="smoke">What starting it came to.</param>
    /// <param name="style">What the place can show.</param>
    public static IEnumerable<ConsoleMeasure> Of(SmokeFacts smoke, ConsoleStyle style)
    {
        if (smoke.Status != SmokeStatus.NotRun)
            yield return new("smoke check", TimeSpan.FromMilliseconds(smoke.Milliseconds ?? 0).Text)
            {
                Verdict =
                    smoke.Status == SmokeStatus.Passed
                        ? new($"{ConsoleMark.Good(style.Unicode)} runs", ConsoleTone.Good)
                        : new($"{ConsoleMark.Bad(style.Unicode)} failed", ConsoleTone.Bad),
                Note = UntrustedText.OneLine(smoke.Detail),
            };
    }

    /// <summary>Writes the last lines of a container that failed, and where a missing file lies.</summary>
    /// <param name="smoke">What starting the image came to.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(SmokeFacts smoke, ConsoleLines lines)
    {
        if (smoke.Status != SmokeStatus.Failed || (smoke.LastLines.Count == 0 && smoke.Missing.Count == 0))
            return;
        lines.Blank();
        lines.Line(new ConsoleSpan("  smoke check", ConsoleTone.Faint));
        foreach (var sentence in smoke.Missing)
            lines.Paragraph("  ", UntrustedText.OneLine(sentence), ConsoleTone.Caution);
        foreach (var line in smoke.LastLines.TakeLast(Most))
            lines.Line(
                "    ",
                new(
                    ColumnWidth.Cut(lines.Style.Fit(UntrustedText.OneLine(line)), lines.Style.Width - 4, lines.Style.Ellipsis),
                    ConsoleTone.Faint
                )
            );
    }
}
