using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Lines of running builds that stay: finished steps, and what is still told of a step that runs.</summary>
internal static class LiveLines
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1);

    /// <summary>Whether a finished step is told of: downloads, transfers and exports are when they cost something.</summary>
    /// <param name="step">The step.</param>
    public static bool IsWorthTelling(LiveStep step) =>
        LiveSteps.IsOfTheImage(step) || step.Vertex.Error is not null || step.Vertex.Duration >= WorthTelling;

    /// <summary>What a finished step came to.</summary>
    /// <param name="step">The step.</param>
    public static ConsoleSpan State(LiveStep step) =>
        step.Vertex switch
        {
            { Error: { } error } when LiveSteps.IsCancellation(error) => new ConsoleSpan("cancelled", ConsoleTone.Faint),
            { Error: not null } => new ConsoleSpan($"failed after {step.Vertex.Duration.Text}", ConsoleTone.Bad),
            { Cached: true } => new ConsoleSpan("CACHED", ConsoleTone.Faint),
            _ when step.Transfer is { } moved => $"{moved.Current.Text} in {step.Vertex.Duration.Text}",
            _ => step.Vertex.Duration.Text,
        };

    /// <summary>Steps that came from the cache, in one line: <c>9 steps: deps 3-4, builder 1-4, production 3-5</c>.</summary>
    /// <param name="steps">The steps; two at least.</param>
    public static string Together(IReadOnlyCollection<LiveStep> steps)
    {
        var stages = steps
            .GroupBy(x => UntrustedText.OneLine(x.Vertex.Stage))
            .Select(x => $"{x.Key} {Ranges([.. x.Select(y => y.Vertex.Position ?? 0).Distinct().Order()])}");
        return $"{steps.Count} steps: {string.Join(", ", stages)}";
    }

    /// <summary>A line: label, text and, at the right, a state.</summary>
    /// <param name="label">The build's label.</param>
    /// <param name="text">A step's name; cut where there is no room.</param>
    /// <param name="state">What it came to.</param>
    /// <param name="style">What the place can show.</param>
    /// <param name="width">The line's columns.</param>
    public static ConsoleSpan[] Line(string label, string text, ConsoleSpan state, ConsoleStyle style, int width)
    {
        var head = style.Fit($"  {label, -6} ");
        var room = Math.Max(2, width - ColumnWidth.Of(head) - 2 - Math.Max(8, ColumnWidth.Of(state.Text)));
        var cut = InstructionText.Cut(text, room, style);
        var gap = room - ColumnWidth.Of(cut) + 2 + Math.Max(0, 8 - ColumnWidth.Of(state.Text));
        return [new(head, ConsoleTone.Faint), cut + new string(' ', gap), state];
    }

    private static string Ranges(int[] numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers)
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        return string.Join(" ", ranges.Select(x => x.First == x.Last ? $"{x.First}" : $"{x.First}-{x.Last}"));
    }
}
