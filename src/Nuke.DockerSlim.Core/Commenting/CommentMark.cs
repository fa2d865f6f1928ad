using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>Verdicts in the terminal's words, behind marks that are seen at a glance on light and on dark ground.</summary>
internal static class CommentMark
{
    /// <summary>What holds.</summary>
    public static Markdown Good => Markdown.Of($"✅");

    /// <summary>What fails.</summary>
    public static Markdown Bad => Markdown.Of($"❌");

    /// <summary>What is not known to hold, or is worth a look.</summary>
    public static Markdown Caution => Markdown.Of($"⚠️");

    /// <summary>The mark of a tone; empty for one that says nothing.</summary>
    /// <param name="tone">The tone.</param>
    public static Markdown Of(ConsoleTone tone) =>
        tone switch
        {
            ConsoleTone.Good => Good,
            ConsoleTone.Bad => Bad,
            ConsoleTone.Caution => Caution,
            _ => Markdown.Empty,
        };

    /// <summary>A verdict as the terminal has it, its mark exchanged.</summary>
    /// <param name="verdict">The verdict.</param>
    public static Markdown Of(ConsoleSpan verdict)
    {
        var words = verdict.Text.TrimStart('✓', '✗', '?', '!', ' ');
        return Markdown.Of($"{Of(verdict.Tone)} {Markdown.Figure(words)}").Trimmed();
    }

    /// <summary>The mark of what an image came to.</summary>
    /// <param name="report">Its report.</param>
    public static Markdown Of(ImageReport report) =>
        report.Outcome switch
        {
            ReportOutcome.Incomplete => Caution,
            ReportOutcome.Good or ReportOutcome.BudgetExceeded when Undecided(report) is not null => Caution,
            ReportOutcome.Good => Good,
            _ => Bad,
        };

    /// <summary>What an image came to, in a word or two.</summary>
    /// <param name="report">Its report.</param>
    public static string Word(ImageReport report) =>
        report.Outcome is ReportOutcome.Good or ReportOutcome.BudgetExceeded && Undecided(report) is { } word
            ? word
            : ReportSentence.Word(report.Outcome);

    // A limit could not be judged, so that nothing is known to be over it: what was not measured fails a run, what noise explains does not.
    private static string? Undecided(ImageReport report)
    {
        if (report.Outcome == ReportOutcome.Good)
            return report.Budget.Any(x => x is { IsSoft: false, Verdict: Verdict.Inconclusive }) ? "inconclusive" : null;
        var open = report
            .Budget.Where(x => !x.IsSoft && x.Verdict is Verdict.Exceeded or Verdict.Inconclusive or Verdict.NotMeasured)
            .ToArray();
        return open.Length == 0 || open.Any(x => x.Verdict == Verdict.Exceeded) ? null
            : open.Any(x => x.Verdict == Verdict.NotMeasured) ? "not measured"
            : "inconclusive";
    }
}
