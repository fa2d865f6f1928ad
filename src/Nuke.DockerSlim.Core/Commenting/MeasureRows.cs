using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Commenting;

/// <summary>The table of measures: the terminal's rows, without those that nobody decides by.</summary>
internal static class MeasureRows
{
    private const int LongestCell = 60;
    private static readonly ConsoleStyle Style = new();
    private static readonly string[] Always = ["download size", "unpacked size", "cold build", "warm build", "edited build"];

    /// <summary>The table; empty where nothing was measured or limited.</summary>
    /// <param name="report">The image's report.</param>
    /// <param name="room">Characters that there are for its rows.</param>
    public static Markdown Of(ImageReport report, int room)
    {
        var rows = ConsoleMeasures.Of(report, Style).Where(IsShown).ToArray();
        var (hasBase, hasBudget) = (report.Delta is not null, rows.Any(x => x.Budget.Length > 0));
        string[] columns =
        [
            "measure",
            .. hasBase ? (string[])["base:"] : [],
            "this change:",
            .. hasBase ? (string[])["delta:"] : [],
            .. hasBudget ? (string[])["budget:", "verdict"] : [],
        ];
        var table = new MarkdownTable(columns);
        foreach (var row in rows.TakeWhile(_ => table.Length < room))
            table.Add([
                Cell(row.Name.Trim()),
                .. hasBase ? (Markdown[])[Cell(row.Before)] : [],
                Value(row, report),
                .. hasBase ? (Markdown[])[Cell(row.Delta.Text)] : [],
                .. hasBudget ? (Markdown[])[Cell(row.Budget), row.Budget.Length > 0 ? CommentMark.Of(row.Verdict) : Markdown.Empty] : [],
            ]);
        return Markdown.Join("\n\n", [table.Written(), Voids(report.Builds)]);
    }

    // Tests and the smoke check have lines of their own; of the rest, what changed or has a limit.
    private static bool IsShown(ConsoleMeasure row) =>
        row.Name is not ("tests" or "smoke check")
        && (
            row.Budget.Length > 0
            || (row.Value != "-" && Always.Contains(row.Name))
            || row.Delta is { Text.Length: > 0, Tone: ConsoleTone.Good or ConsoleTone.Caution }
        );

    private static Markdown Value(ConsoleMeasure row, ImageReport report)
    {
        var about =
            row.Platform.Length > 0 ? Markdown.Of($" ({Markdown.Text(row.Platform, LongestCell)})")
            : row.Name == "download size" && report.Sizes is { DownloadIsExact: false } ? Markdown.Of($" (computed)")
            : Markdown.Empty;
        var value = Cell(row.Value);
        return row.Verdict.Tone == ConsoleTone.Bad ? Markdown.Of($"**{value}**{about}") : Markdown.Of($"{value}{about}");
    }

    private static Markdown Cell(string text) => Markdown.Figure(text, LongestCell);

    // A void figure does not mean what its name says.
    private static Markdown Voids(BuildFacts builds) =>
        Markdown.Join(
            "<br>",
            new[] { ("Cold", builds.Cold), ("Warm", builds.Warm), ("Edited", builds.Edited), ("Ci", builds.Ci) }
                .Where(x => x.Item2?.Void is not null)
                .Select(x => Markdown.Of($"{CommentMark.Caution} {x.Item1} build does not count: {x.Item2!.Void}"))
        );
}
