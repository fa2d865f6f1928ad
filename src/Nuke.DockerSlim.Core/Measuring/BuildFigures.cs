using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Measuring;

/// <summary>The figures of one build.</summary>
public static class BuildFigures
{
    /// <summary>Time and steps of a build that succeeded.</summary>
    /// <param name="outcome">The build.</param>
    public static TimedBuild From(BuildOutcome outcome)
    {
        var steps = outcome.Trace.Steps.ToArray();
        var cached = steps.Where(x => x.Cached).ToArray();
        return new TimedBuild
        {
            Milliseconds = (long)Math.Round(outcome.WallClock.TotalMilliseconds),
            Steps = steps.Length,
            CachedSteps = cached.Length,
            Void = Void(outcome, steps, cached),
            Split = BuildSplits.From(outcome.Trace),
        };
    }

    private static string? Void(BuildOutcome outcome, Vertex[] steps, Vertex[] cached) =>
        outcome.Scenario switch
        {
            BuildScenario.Cold when cached.Length > 0 =>
                $"not cold: {cached.Length} of {steps.Length} steps came from a cache, the first is {Place(outcome, cached[0])}",
            BuildScenario.Warm when steps.Where(x => !x.Cached).MinBy(Start) is { } missed =>
                $"not warm: {steps.Length - cached.Length} of {steps.Length} steps ran again, the first is {Place(outcome, missed)}{Reason(missed)}",
            BuildScenario.Ci when steps.Where(x => !x.Cached).MinBy(Start) is { } missed =>
                $"not ci: {steps.Length - cached.Length} of {steps.Length} steps ran, the first is {Place(outcome, missed)}{Unread(outcome.Trace)}",
            BuildScenario.Edited or BuildScenario.DependencyEdited when cached.Length == steps.Length =>
                $"not edited: all {steps.Length} steps came from the cache, so the changed file reached none of them",
            _ => null,
        };

    // Vertices are named in any order; what missed of itself ran before what missed because of it.
    private static DateTimeOffset Start(Vertex step) =>
        step.Intervals.Count > 0 ? step.Intervals.Min(x => x.Start) : DateTimeOffset.MaxValue;

    private static string Unread(BuildTrace trace) =>
        trace.Vertices.FirstOrDefault(x => x.Error is not null && VertexKinds.ReadsCache(x)) is { } failed
            ? $"; {failed.Name}: {failed.Error}"
            : "; the cache that was read does not have its result";

    // The first step that missed: all that it stands on was cached, so what was new is its own.
    private static string Reason(Vertex missed)
    {
        var instruction = missed.Instruction ?? "";
        if (missed.IsRun)
            return "; its result was not kept, or was pruned meanwhile";
        return instruction.Contains("--from=", StringComparison.OrdinalIgnoreCase)
            ? "; what it copies came out of another stage differently"
            : "; what it copies changed meanwhile, perhaps by the build itself";
    }

    private static string Place(BuildOutcome outcome, Vertex step)
    {
        var instruction = step.Instruction ?? step.Name;
        var text = instruction.Length > 60 ? instruction[..57] + "..." : instruction;
        return outcome.Metadata.VertexLines.TryGetValue(step.Id, out var line) ? $"line {line}, {text}" : text;
    }
}
