using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim.Reporting;

/// <summary>What the image is forbidden to have, on one line; the findings say more of what it has all the same.</summary>
internal static class ConsolePolicies
{
    /// <summary>Writes the line; nothing when nothing is forbidden.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Policies.Count == 0)
            return;
        var unicode = lines.Style.Unicode;
        var words = report.Policies.Select(x => $"{Mark(x, unicode)} {UntrustedText.OneLine(x.Name)}");
        lines.Paragraph(
            new("  forbidden ", ConsoleTone.Faint),
            string.Join("  ", words),
            report.Policies.All(x => x.Verdict == Verdict.Within) ? ConsoleTone.Good : ConsoleTone.Bad
        );
    }

    private static string Mark(PolicyFacts policy, bool unicode) =>
        policy.Verdict switch
        {
            Verdict.Within => ConsoleMark.Good(unicode),
            Verdict.Exceeded => ConsoleMark.Bad(unicode),
            _ => "?",
        };
}
