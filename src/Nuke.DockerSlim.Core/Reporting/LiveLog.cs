using System.Text;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// Running builds as lines of a log: one for each finished step, and a sign of life of those that take long, with the bytes that move and the
/// line that the step wrote last. What steps write is not shown else: of a failing one the end is told with the error.
/// </summary>
internal sealed class LiveLog(ConsoleStyle style, TimeProvider time) : LiveView
{
    private const int WidestLine = 100;

    /// <inheritdoc />
    public override TimeSpan Period => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override bool WaitsForTick => false;

    /// <inheritdoc />
    public override void Begin(LiveBuild build, StringBuilder said) => Say(said, Cut($"{build.Title} {style.Ellipsis}"));

    /// <inheritdoc />
    public override void Finished(LiveBuild build, LiveStep step, StringBuilder said)
    {
        if (LiveLines.IsWorthTelling(step))
            Say(said, Line(build, step.Name, LiveLines.State(step)));
    }

    /// <inheritdoc />
    public override void Tick(IReadOnlyList<LiveBuild> builds, StringBuilder said)
    {
        foreach (var build in builds)
        foreach (var step in build.Steps.Running)
        {
            var elapsed = time.GetElapsedTime(step.Seen);
            if (elapsed < step.NextSign)
                continue;
            step.NextSign = elapsed + TimeSpan.FromSeconds(elapsed < TimeSpan.FromMinutes(1) ? 15 : 60);
            var moved = step.Transfer is { } transfer ? $", {transfer.Text}" : "";
            Say(said, Line(build, step.Name, new($"{elapsed.TotalSeconds:0} s so far{moved}", ConsoleTone.Faint)));
            var last = step.Lines is [.., var line] ? line.Trim() : step.Doing;
            if (last.Length == 0 || last == step.SaidLine)
                continue;
            step.SaidLine = last;
            var head = new string(' ', ColumnWidth.Of($"  {build.Label, -6} ")) + "| ";
            var room = Math.Min(WidestLine, style.Width) - head.Length;
            Say(said, new(head, ConsoleTone.Faint), new(ColumnWidth.Cut(style.Fit(last), room, style.Ellipsis), ConsoleTone.Faint));
        }
    }

    /// <inheritdoc />
    public override void End(LiveBuild build, string result, StringBuilder said) => Say(said, Cut($"{build.Title}: {result}"));

    /// <inheritdoc />
    public override string Draw(string said, IReadOnlyList<LiveBuild> builds) => said;

    private ConsoleSpan[] Line(LiveBuild build, string name, ConsoleSpan state) =>
        LiveLines.Line(build.Label, name, state, style, Math.Min(WidestLine, style.Width));

    private string Cut(string text) => ColumnWidth.Cut(style.Fit(text), style.Width, style.Ellipsis);

    private void Say(StringBuilder said, params ConsoleSpan[] spans) => said.Append(ConsoleLines.Render(style, spans)).Append('\n');
}
