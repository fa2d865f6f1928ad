using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Contexts;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Finds the first step that a build ran again, and why.</summary>
public static class CacheMisses
{
    /// <summary>What a build that was to come from the cache ran again.</summary>
    /// <param name="outcome">A warm build, or one after an edit; of others nothing is said.</param>
    /// <param name="dockerfile">The Dockerfile that was built.</param>
    /// <param name="stage">The stage that was built.</param>
    /// <param name="use">What the build asks of its context; null when the builder does not say it.</param>
    /// <param name="edited">The file that was edited before the build, relative to the context; null for none.</param>
    /// <param name="read">Gives the text of a file of the context; null when there is none.</param>
    /// <returns>Null when nothing ran again.</returns>
    public static CacheMiss? Of(
        BuildOutcome outcome,
        Dockerfile dockerfile,
        BuildStage stage,
        ContextUse? use,
        string? edited,
        Func<string, string?> read
    )
    {
        if (outcome.Scenario is not (BuildScenario.Warm or BuildScenario.Edited))
            return null;
        var timing = LineTiming.Of(outcome, dockerfile, stage);
        DockerfileInstruction[] again =
        [
            .. dockerfile
                .Needed(stage)
                .SelectMany(x => x.Instructions)
                .Where(x => x.IsStep && timing.Began(x.FirstLine) is not null)
                .OrderBy(x => timing.Began(x.FirstLine)),
        ];
        if (again is not [var first, ..])
            return null;
        var reads = Reads(use, first, edited);
        var advice = edited is null
            ? (Text: reads.Length > 0 ? "leave what builds and tests write out of the context, with .dockerignore" : null, Saved: null)
            : Advice(
                again,
                timing,
                reads,
                new CacheAdvice(dockerfile, new PathPatterns(use?.IgnorePatterns ?? []), read),
                dockerfile,
                edited
            );
        return new CacheMiss
        {
            Build = outcome.Scenario == BuildScenario.Warm ? "warm" : "edited",
            Line = first.FirstLine,
            Instruction = first.Text,
            Cause = Cause(first, reads, edited),
            Advice = advice.Text,
            Rerun = again.Sum(x => timing.Milliseconds(x.FirstLine)),
            Saved = advice.Saved,
        };
    }

    private static ContextRead[] Reads(ContextUse? use, DockerfileInstruction instruction, string? edited)
    {
        if (use is null)
            return [];
        var reads = edited is null ? use.Reads : new ContextReads([use], []).Of(edited);
        return [.. reads.Where(x => x.FirstLine == instruction.FirstLine)];
    }

    private static string Cause(DockerfileInstruction first, ContextRead[] reads, string? edited)
    {
        var line = $"line {first.FirstLine}, {first.Keyword},";
        return (reads, edited) switch
        {
            ([{ IsMount: true }, ..], { } file) => $"{line} mounts the part of the context that holds {file}, which was edited",
            ([_, ..], { } file) => $"{line} takes in {file}, which was edited",
            ([], { } file) => $"{line} ran again after an edit to {file}, which it does not take in as far as the builder says",
            ([_, ..], null) => $"{line} takes in something that changed between two builds without an edit",
            _ =>
                $"{line} has no result in the builder's cache, though nothing that it stands on has changed: the cache was pruned, or is too small",
        };
    }

    // Each line that ran again on top of the copy and only installs what the edit does not touch.
    private static (string? Text, long? Saved) Advice(
        DockerfileInstruction[] again,
        LineTiming timing,
        ContextRead[] reads,
        CacheAdvice advice,
        Dockerfile dockerfile,
        string edited
    )
    {
        if (reads is not [{ IsMount: false } source, ..])
            return (null, null);
        var copy = again[0];
        var found = again
            .Where(x =>
                x.Keyword == "RUN"
                && x.FirstLine > copy.FirstLine
                && dockerfile.Stages[x.Stage].Chain().Any(stage => stage.Index == copy.Stage)
            )
            .Select(x => (Line: x.FirstLine, Advice: advice.For(x, copy, source, edited)))
            .Where(x => x.Advice is not null)
            .ToArray();
        if (found.Length == 0)
            return (null, null);
        long? saved = found.All(x => x.Advice!.Value.SavesAll) ? found.Sum(x => timing.Milliseconds(x.Line)) : null;
        return (string.Join("; ", found.Select(x => x.Advice!.Value.Text)), saved);
    }
}
