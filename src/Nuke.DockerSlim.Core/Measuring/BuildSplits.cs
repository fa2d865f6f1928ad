using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Measuring;

/// <summary>Finds out what the time of a build went into.</summary>
public static class BuildSplits
{
    /// <summary>Each kind's time is the union of its vertices' intervals: what ran in parallel counts once.</summary>
    /// <param name="trace">What the build said about itself.</param>
    public static BuildSplit From(BuildTrace trace)
    {
        var kinds = trace.Vertices.ToLookup(x => x.Kind);
        return new BuildSplit
        {
            Resolve = Milliseconds(kinds[VertexKind.Resolve]),
            Pull = Milliseconds(kinds[VertexKind.Pull]),
            Context = Milliseconds(kinds[VertexKind.Context]),
            Run = Milliseconds(kinds[VertexKind.Run]),
            Export = Milliseconds(kinds[VertexKind.Export]),
            Stages =
            [
                .. kinds[VertexKind.Run]
                    .Where(x => x.Intervals.Count > 0 && x.Stage is not (null or ResultsStage.Name))
                    .OrderBy(x => x.Intervals.Min(y => y.Start))
                    .GroupBy(x => x.Stage!)
                    .Select(x => new StageRun(x.Key, Milliseconds(x))),
            ],
        };
    }

    private static long Milliseconds(IEnumerable<Vertex> vertices) =>
        (long)Math.Round(Interval.Union(vertices.SelectMany(x => x.Intervals)).TotalMilliseconds);
}
