using System.Text;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// Running builds on a person's terminal: a region at the bottom that is drawn over, above it a line for each finished step. What others write
/// meanwhile goes above it, too, as it is; the begin of a line that is not whole yet is shown as the region's first row.
/// </summary>
internal sealed class LiveScreen(LiveStyle style, TimeProvider time) : LiveView
{
    private const int LeastRows = 3;
    private const int MostRows = 16;
    private const int WidestLine = 120;
    private const int ShownOfBegun = 1000;
    private readonly LiveRegion _region = new(style.Reflows);
    private readonly StringBuilder _begun = new();
    private volatile Extent _extent = new(style.Console.Width, 24);
    private bool _isInsideLine;
    private bool _isStopping;

    /// <inheritdoc />
    public override TimeSpan Period => TimeSpan.FromMilliseconds(200);

    /// <inheritdoc />
    public override bool WaitsForTick => true;

    /// <inheritdoc />
    public override void Measure()
    {
        if (style.Size?.Invoke() is var (columns, rows))
            _extent = new(Math.Clamp(columns, 20, ConsoleStyle.WidestWidth), Math.Max(2, rows));
    }

    /// <inheritdoc />
    public override void Begin(LiveBuild build, StringBuilder said)
    {
        // Its heading says so, and its last line stays.
    }

    /// <inheritdoc />
    public override void Finished(LiveBuild build, LiveStep step, StringBuilder said)
    {
        if (step.Vertex is { Cached: true, Error: null } && LiveSteps.IsOfTheImage(step))
        {
            build.Cached.Add(step);
            return;
        }
        if (!LiveLines.IsWorthTelling(step))
            return;
        SayCached(build, said);
        Say(said, Line(build, step.Name, LiveLines.State(step)));
    }

    /// <inheritdoc />
    public override void Tick(IReadOnlyList<LiveBuild> builds, StringBuilder said)
    {
        // The drawing shows it.
    }

    /// <inheritdoc />
    public override void End(LiveBuild build, string result, StringBuilder said)
    {
        SayCached(build, said);
        var columns = _extent.Columns;
        var title = ColumnWidth.Cut(style.Console.Fit(build.Title), columns - 1, style.Console.Ellipsis);
        var rest = ColumnWidth.Cut(style.Console.Fit($": {result}"), columns - 1 - ColumnWidth.Of(title), style.Console.Ellipsis);
        Say(said, new(title, ConsoleTone.Strong), rest);
    }

    /// <inheritdoc />
    public override string Draw(string said, IReadOnlyList<LiveBuild> builds)
    {
        var (columns, rows) = _extent;
        // One column stays free: a character in the last one leaves it to the terminal where the cursor is.
        var width = columns - 1;
        var begun = builds.Count > 0 ? UntrustedText.OneLine(_begun.ToString(0, Math.Min(_begun.Length, ShownOfBegun))) : "";
        var room = Math.Max(1, Math.Min(rows - 2, Math.Clamp(rows / 2, LeastRows, MostRows)) - (begun.Length > 0 ? 1 : 0));
        var frame = new LiveFrame(style.Console, width, room, time.GetElapsedTime).Of(builds, _isStopping);
        ConsoleSpan[][] shown =
            begun.Length > 0
                ?
                [
                    [ColumnWidth.Cut(begun, width, style.Console.Ellipsis)],
                    .. frame,
                ]
                : [.. frame];
        var text = _region.Draw(
            said,
            Array.ConvertAll(shown, x => ConsoleLines.Render(style.Console, x)),
            Array.ConvertAll(shown, x => x.Sum(y => ColumnWidth.Of(y.Text))),
            columns
        );
        if (builds.Count > 0)
        {
            // Somebody has begun a line before: it is ended here.
            text = _isInsideLine ? "\n" + text : text;
            _isInsideLine = false;
            return text;
        }
        // Nothing is drawn over any more: whoever has begun a line goes on with it.
        text += _begun.ToString();
        (_isInsideLine, _isStopping) = (_begun.Length > 0, false);
        _begun.Clear();
        return text;
    }

    /// <summary>What writes somebody else's text above the region.</summary>
    /// <param name="text">The text as it is.</param>
    /// <returns>Empty: it is the begin of a line, which is kept.</returns>
    public string Take(string text)
    {
        var end = text.LastIndexOf('\n') + 1;
        var whole = end == 0 ? "" : _begun + text[..end];
        if (end > 0)
            _begun.Clear();
        _begun.Append(text, end, text.Length - end);
        return whole.Length == 0 ? "" : _region.DrawAbove(whole, _extent.Columns);
    }

    /// <summary>Lets somebody else's text through while nothing is drawn over.</summary>
    /// <param name="text">The text as it is.</param>
    /// <returns>The same.</returns>
    public string Pass(string text)
    {
        _isInsideLine = text[^1] != '\n';
        return text;
    }

    /// <summary>From here on headings say that the builds are being given up.</summary>
    public void Stop() => _isStopping = true;

    /// <summary>Somebody else has had the terminal: what is shown is left as it is, and drawn anew below.</summary>
    public void Forget() => _region.Forget();

    private void SayCached(LiveBuild build, StringBuilder said)
    {
        if (build.Cached.Count == 0)
            return;
        var text = build.Cached is [var one] ? one.Name : LiveLines.Together(build.Cached);
        Say(said, Line(build, text, new("CACHED", ConsoleTone.Faint)));
        build.Cached.Clear();
    }

    private ConsoleSpan[] Line(LiveBuild build, string text, ConsoleSpan state) =>
        LiveLines.Line(build.Label, text, state, style.Console, Math.Min(WidestLine, _extent.Columns - 1));

    private void Say(StringBuilder said, params ConsoleSpan[] spans) => said.Append(ConsoleLines.Render(style.Console, spans)).Append('\n');

    private sealed record Extent(int Columns, int Rows);
}
