namespace Nuke.DockerSlim.Reporting;

/// <summary>The tests that failed, by name, and what they said.</summary>
internal static class ConsoleFailures
{
    private const int MostTests = 10;
    private const int MostLines = 8;
    private const int MostEvidence = 20;

    /// <summary>Writes the failing tests, or why the test stage failed without a result file; nothing when there is neither.</summary>
    /// <param name="tests">What the tests came to.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(TestFacts tests, ConsoleLines lines)
    {
        if (tests.Failures.Count == 0 && string.IsNullOrWhiteSpace(tests.Message))
            return;
        lines.Blank();
        lines.Line(new ConsoleSpan(tests.Failures.Count == 0 ? "  tests" : "  failing tests", ConsoleTone.Faint));
        Write(Evidence(UntrustedText.Lines(tests.Message), lines), 2, lines);
        foreach (var failure in tests.Failures.Take(MostTests))
        {
            lines.Paragraph(new($"  {ConsoleMark.Bad(lines.Style.Unicode)} ", ConsoleTone.Bad), UntrustedText.OneLine(failure.Name));
            Write(Beginning(UntrustedText.Lines(failure.Message), lines), 6, lines);
        }
        var more = Math.Max(tests.Failed ?? 0, tests.Failures.Count) - Math.Min(MostTests, tests.Failures.Count);
        if (tests.Failures.Count > 0 && more > 0)
            lines.Line(new ConsoleSpan($"  and {more} more, in the report", ConsoleTone.Faint));
    }

    // What a test says begins with what was expected; a stack trace follows.
    private static IEnumerable<string> Beginning(IReadOnlyList<string> text, ConsoleLines lines) =>
        text.Count <= MostLines ? text : [.. text.Take(MostLines), lines.Style.Ellipsis];

    // What a stage says begins with what failed; the reason is at the end of its output.
    private static IEnumerable<string> Evidence(IReadOnlyList<string> text, ConsoleLines lines) =>
        text.Count <= MostEvidence + 1 ? text : [text[0], lines.Style.Ellipsis, .. text.TakeLast(MostEvidence)];

    private static void Write(IEnumerable<string> text, int indent, ConsoleLines lines)
    {
        foreach (var line in text)
        {
            var cut = ColumnWidth.Cut(lines.Style.Fit(line), lines.Style.Width - indent, lines.Style.Ellipsis);
            lines.Line(new string(' ', indent), new(cut, ConsoleTone.Faint));
        }
    }
}
