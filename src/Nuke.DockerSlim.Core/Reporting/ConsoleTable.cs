namespace Nuke.DockerSlim.Reporting;

/// <summary>Lays out the table of measures: figures and limits to the right, everything else to the left.</summary>
internal sealed class ConsoleTable
{
    private const int Indent = 2;
    private const int Gap = 2;
    private readonly IReadOnlyList<ConsoleMeasure> _rows;
    private readonly ConsoleLines _lines;
    private readonly int _name;
    private readonly int _value;
    private readonly int _detail;
    private readonly int _budget;
    private readonly int _delta;

    private ConsoleTable(IReadOnlyList<ConsoleMeasure> rows, ConsoleLines lines)
    {
        (_rows, _lines) = (rows, lines);
        _value = Widest("value", x => x.Value);
        _budget = Widest("budget", x => x.Budget);
        _detail = Widest("", x => x.Detail);
        _delta = rows.Any(x => x.Delta.Text.Length > 0) ? Widest("change", x => x.Delta.Text) + Gap : 0;
        var rest = lines.Style.Width - Indent - _value - _budget - Widest("verdict", x => x.Verdict.Text) - 3 * Gap;
        // What a narrow terminal has no room for stands below the table and in the report.
        if (rest - _delta < 13)
            _delta = 0;
        rest -= _delta;
        // What a limit is called is up to whoever sets it.
        _name = Math.Min(Widest("measure", x => x.Name), Math.Max(13, rest));
        if (_name + Gap + _detail > rest)
            _detail = 0;
    }

    /// <summary>Writes the table.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="lines">Where to.</param>
    public static void Write(IReadOnlyList<ConsoleMeasure> rows, ConsoleLines lines) => new ConsoleTable(rows, lines).Write();

    private void Write()
    {
        var head = Row("measure", "value", "", "change", "budget", new("  verdict", ConsoleTone.Faint));
        _lines.Line([.. head.Select(x => x with { Tone = ConsoleTone.Faint })]);
        foreach (var row in _rows)
        {
            _lines.Line(Row(row.Name, row.Value, row.Detail, row.Delta, row.Budget, row.Verdict));
            if (_detail == 0 && row.Detail.Length > 0)
                Below(row.Detail, ConsoleTone.Faint);
            if (row.Note.Length > 0)
                Below(row.Note, row.Note.StartsWith("does not", StringComparison.Ordinal) ? ConsoleTone.Caution : ConsoleTone.Faint);
        }
    }

    private List<ConsoleSpan> Row(string name, string value, string detail, ConsoleSpan delta, string budget, ConsoleSpan verdict)
    {
        var cut = ColumnWidth.Cut(name, _name, _lines.Style.Ellipsis);
        List<ConsoleSpan> spans =
        [
            new string(' ', Indent) + cut + Space(_name - ColumnWidth.Of(cut) + Gap + _value - ColumnWidth.Of(value)),
            value + Space(Gap),
        ];
        if (_delta > 0)
        {
            spans.Add(Space(_delta - Gap - ColumnWidth.Of(delta.Text)));
            spans.Add(delta);
            spans.Add(Space(Gap));
        }
        if (_detail > 0)
            spans.Add(new(detail + Space(_detail - ColumnWidth.Of(detail) + Gap), ConsoleTone.Faint));
        spans.Add(Space(_budget - ColumnWidth.Of(budget)) + budget + Space(Gap));
        spans.Add(verdict);
        return spans;
    }

    private void Below(string text, ConsoleTone tone) => _lines.Paragraph(Space(Indent + 2), text, tone);

    private int Widest(string heading, Func<ConsoleMeasure, string> column) =>
        Math.Max(ColumnWidth.Of(heading), _rows.Max(x => ColumnWidth.Of(column(x))));

    private static string Space(int count) => new(' ', Math.Max(0, count));
}
