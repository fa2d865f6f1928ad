using Nuke.DockerSlim.Judging;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The platforms of an image side by side, where it has several; nothing where it has one.</summary>
internal static class ConsolePlatforms
{
    private const string Nothing = "-";
    private const int Gap = 2;

    // "windows/amd64" fits, and with it all that builders name.
    private const int LongestName = 16;
    private static readonly string[] Heads = ["platform", "download", "unpacked", "own", "cold", "warm", "verdict"];

    /// <summary>Writes the table, and below it which platforms no tests were run for.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Platforms.Count == 0)
            return;
        var style = lines.Style;
        string[][] rows = [.. report.Platforms.Select(x => Cells(x, style))];
        int[] widths = [.. Enumerable.Range(0, Heads.Length - 1).Select(i => rows.Append(Heads).Max(x => ColumnWidth.Of(x[i])))];
        lines.Blank();
        lines.Line(new ConsoleSpan(Row(Heads, widths) + $"  {Heads[^1]}", ConsoleTone.Faint));
        for (var i = 0; i < rows.Length; i++)
            lines.Line(Row(rows[i], widths), VerdictOf(report.Platforms[i], style.Unicode));
        foreach (var untested in report.Platforms.Where(x => x.TestsNote is not null))
            lines.Paragraph(
                new("  tests     ", ConsoleTone.Faint),
                $"not run for {UntrustedText.OneLine(untested.Platform)} - {UntrustedText.OneLine(untested.TestsNote)}",
                ConsoleTone.Caution
            );
    }

    private static string[] Cells(PlatformFacts facts, ConsoleStyle style) =>
        [
            ColumnWidth.Cut(style.Fit(UntrustedText.OneLine(facts.Platform)), LongestName, style.Ellipsis),
            facts.Sizes?.Download.Text ?? Nothing,
            facts.Sizes?.Unpacked.Text ?? Nothing,
            facts.Sizes?.OwnUnpacked?.Text ?? Nothing,
            Time(facts.Builds.Cold),
            Time(facts.Builds.Warm),
        ];

    private static string Row(string[] cells, int[] widths) =>
        $"  {cells[0]}{Space(widths[0] - ColumnWidth.Of(cells[0]))}"
        + string.Concat(Enumerable.Range(1, widths.Length - 1).Select(i => Space(Gap + widths[i] - ColumnWidth.Of(cells[i])) + cells[i]))
        + Space(Gap);

    private static ConsoleSpan VerdictOf(PlatformFacts facts, bool unicode)
    {
        var failed = facts.Budget.Where(x => BudgetJudge.Fails(x, facts.Builds)).ToArray();
        return failed.Length > 0
                ? new(
                    $"{ConsoleMark.Bad(unicode)} {(failed is [var one] ? One(one) : $"{failed.Length} exceeded")}",
                    ConsoleTone.Bad
                )
            : facts.Budget.Any(x => x.Verdict == Verdict.Within) ? new($"{ConsoleMark.Good(unicode)} within", ConsoleTone.Good)
            : new("  no limit", ConsoleTone.Faint);
    }

    // "download size" is "download": the columns are short.
    private static string One(BudgetFacts facts) => BudgetText.Measure(facts).Split(' ')[0];

    // A void figure does not mean what its name says.
    private static string Time(TimedBuild? build) =>
        build switch
        {
            null => Nothing,
            { Void: not null } => "void",
            _ => TimeSpan.FromMilliseconds(build.Milliseconds).Text,
        };

    private static string Space(int count) => new(' ', Math.Max(0, count));
}
