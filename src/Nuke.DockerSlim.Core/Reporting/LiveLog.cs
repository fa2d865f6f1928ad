using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// The running build as lines of a log: one for each finished step, and a sign of life of those that take long. What steps write themselves
/// is not shown: of a failing one the end is told with the error.
/// </summary>
internal sealed class LiveLog(ConsoleLines lines, string title, string label, TimeProvider time) : LiveView
{
    private const int WidestLine = 100;
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override TimeSpan Period => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override void Begin() => lines.Line(Cut($"{title} {lines.Style.Ellipsis}"));

    /// <inheritdoc />
    public override void Finished(LiveStep step)
    {
        var vertex = step.Vertex;
        // Downloads, transfers and exports are told when they cost something.
        if (!vertex.IsStep && vertex.Error is null && vertex.Duration < WorthTelling)
            return;
        Line(
            step.Name,
            vertex switch
            {
                { Error: { } error } when LiveSteps.IsCancellation(error) => new ConsoleSpan("cancelled", ConsoleTone.Faint),
                { Error: not null } => new ConsoleSpan($"failed after {vertex.Duration.Text}", ConsoleTone.Bad),
                { Cached: true } => new ConsoleSpan("CACHED", ConsoleTone.Faint),
                _ => vertex.Duration.Text,
            }
        );
    }

    /// <inheritdoc />
    public override void Tick(LiveSteps steps)
    {
        foreach (var step in steps.Running)
        {
            var elapsed = time.GetElapsedTime(step.Seen);
            if (elapsed < step.NextSign)
                continue;
            Line(step.Name, new($"{elapsed.TotalSeconds:0} s so far", ConsoleTone.Faint));
            step.NextSign = elapsed + TimeSpan.FromSeconds(elapsed < TimeSpan.FromMinutes(1) ? 15 : 60);
        }
    }

    /// <inheritdoc />
    public override void End(string sentence) => lines.Line(Cut(sentence));

    private void Line(string name, ConsoleSpan state)
    {
        var head = $"  {label, -6} ";
        var room = Math.Min(WidestLine, lines.Style.Width) - head.Length - 2 - Math.Max(8, state.Text.Length);
        var cut = InstructionText.Cut(name, room, lines.Style);
        var gap = room - ColumnWidth.Of(cut) + 2 + Math.Max(0, 8 - state.Text.Length);
        lines.Line(new(head, ConsoleTone.Faint), cut + new string(' ', gap), state);
    }

    private string Cut(string text) => ColumnWidth.Cut(lines.Style.Fit(text), lines.Style.Width, lines.Style.Ellipsis);
}
