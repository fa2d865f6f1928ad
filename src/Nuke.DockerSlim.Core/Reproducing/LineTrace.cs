using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Reproducing;

/// <summary>Finds the lines that made what a layer copied from other stages.</summary>
internal static class LineTrace
{
    /// <summary>The lines, in order; none where no stage tells it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="stages">The stages that were built twice.</param>
    /// <param name="sources">The stages that a line copies from.</param>
    public static IReadOnlyList<int> Of(
        RepeatedLayer layer,
        IReadOnlyList<RepeatedStage> stages,
        Func<int, IReadOnlyList<string>> sources
    ) => [.. Makers(layer, stages, sources, []).Distinct().Order()];

    private static IEnumerable<int> Makers(
        RepeatedLayer layer,
        IReadOnlyList<RepeatedStage> stages,
        Func<int, IReadOnlyList<string>> sources,
        HashSet<string> seen
    )
    {
        if (layer.Line is not { } line)
            yield break;
        foreach (var stage in stages.Where(x => sources(line).Contains(x.Stage) && seen.Add(x.Stage)))
        {
            RepeatedLayer[] different = [.. stage.Layers.Where(x => !x.OnlyTimes && x.Line is not null)];
            var wanted = Names(layer);
            // A name made at random is another one in each build: then any of them may have.
            var named = different.Where(x => Names(x).Overlaps(wanted)).ToArray();
            foreach (var maker in named.Length > 0 ? named : different)
            {
                int[] before = [.. Makers(maker, stages, sources, seen)];
                foreach (var number in before.Length > 0 ? before : [maker.Line!.Value])
                    yield return number;
            }
        }
    }

    private static HashSet<string> Names(RepeatedLayer layer) =>
        [.. layer.Files.Where(x => x.Differences is not [RepeatedDifference.Time]).Select(x => MemberPairs.NameOf(x.Path.TrimEnd('/')))];
}
