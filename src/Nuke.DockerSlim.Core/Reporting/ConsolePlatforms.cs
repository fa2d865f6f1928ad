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
    private static readonly string[] Heads = ["platform", "download", "unpacked", "own", "cold", "warm"];

    // What a narrow terminal has no room for stands in the report.
    private static readonly int[] Dispensable = [3, 5, 2];

    /// <summary>Writes the table, and below it which platforms no tests were run for.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(ImageReport report, ConsoleLines lines)
    {
        if (report.Platforms.Count == 0)
            return;
        var style = lines.Style;
        string[][] cells = [Heads, .. report.Platforms.Select(x => Cells(x, style))];
        ConsoleSpan[] verdicts = [new("  verdict", ConsoleTone.Faint), .. report.Platforms.Select(x => VerdictOf(x, style.Unicode))];
        var rows = Fitting(cells, style.Width - verdicts.Max(x => ColumnWidth.Of(x.Text)));
        lines.Blank();
        lines.Line(new ConsoleSpan(rows[0], ConsoleTone.Faint), verdicts[0]);
        for (var i = 1; i < rows.Length; i++)
            lines.Line(rows[i], verdicts[i]);
        foreach (var untested in report.Platforms.Where(x => x.TestsNote is not null).GroupBy(x => x.TestsNote!))
            lines.Paragraph(
                new("  tests     ", ConsoleTone.Faint),
                $"not run for {string.Join(", ", untested.Select(x => UntrustedText.OneLine(x.Platform)))} - {UntrustedText.OneLine(untested.Key)}",
                ConsoleTone.Caution
            );
    }

    /// <summary>A platform's name and figures, in the order of the table's columns.</summary>
    /// <param name="facts">The platform.</param>
    /// <param name="style">What the place can show.</param>
    public static string[] Cells(PlatformFacts facts, ConsoleStyle style) =>
        [
            ColumnWidth.Cut(style.Fit(UntrustedText.OneLine(facts.Platform)), LongestName, style.Ellipsis),
            facts.Sizes?.Download.Text ?? Nothing,
            facts.Sizes?.Unpacked.Text ?? Nothing,
            facts.Sizes?.OwnUnpacked?.Text ?? Nothing,
            Time(facts.Builds.Cold),
            Time(facts.Builds.Warm),
        ];

    /// <summary>The rows laid out, without those columns that there is no room for.</summary>
    private static string[] Fitting(string[][] cells, int room)
    {
        List<int> columns = [.. Enumerable.Range(0, Heads.Length)];
        foreach (var column in Dispensable)
        {
            if (columns.Sum(x => Width(cells, x) + Gap) + Gap <= room)
                break;
            columns.Remove(column);
        }
        return
        [
            .. cells.Select(row =>
                Space(Gap) + string.Concat(columns.Select(x => Cell(row[x], Width(cells, x), isLeft: x == 0) + Space(Gap)))
            ),
        ];
    }

    private static int Width(string[][] cells, int column) => cells.Max(x => ColumnWidth.Of(x[column]));

    private static string Cell(string text, int width, bool isLeft)
    {
        var rest = Space(width - ColumnWidth.Of(text));
        return isLeft ? text + rest : rest + text;
    }

    /// <summary>What a platform's limits came to.</summary>
    /// <param name="facts">The platform.</param>
    /// <param name="unicode">Whether the mark before the words may be more than ASCII.</param>
    public static ConsoleSpan VerdictOf(PlatformFacts facts, bool unicode)
    {
        BudgetFacts[] limits = [.. facts.Budget.Where(x => x.Limit is not null)];
        BudgetFacts[] exceeded = [.. limits.Where(x => x.Verdict == Verdict.Exceeded)];
        return exceeded switch
        {
            // "download size" is "download", as the columns are.
            [var one] => new($"{ConsoleMark.Bad(unicode)} {BudgetText.Measure(one).Split(' ')[0]}", ConsoleTone.Bad),
            [_, ..] => new($"{ConsoleMark.Bad(unicode)} {exceeded.Length} exceeded", ConsoleTone.Bad),
            _ when limits.Length == 0 => new("  no limit", ConsoleTone.Faint),
            _ when limits.All(x => x.Verdict == Verdict.Within) => new($"{ConsoleMark.Good(unicode)} within", ConsoleTone.Good),
            _ => new("? unknown", ConsoleTone.Caution),
        };
    }

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
