using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;
using Nuke.DockerSlim.Reporting;

namespace Nuke.DockerSlim.Measuring;

/// <summary>What the instructions of a Dockerfile took in one build.</summary>
public sealed class LineTiming
{
    private readonly Dictionary<int, List<Vertex>> _owned = [];
    private readonly Dictionary<int, List<Vertex>> _steps = [];
    private readonly BuildOutcome _outcome;
    private readonly LineFinder _finder;

    private LineTiming(BuildOutcome outcome, Dockerfile dockerfile, BuildStage stage)
    {
        (_outcome, _finder) = (outcome, new LineFinder(outcome, dockerfile, dockerfile.Needed(stage)));
        foreach (var vertex in outcome.Trace.Vertices)
        {
            var lines = _finder.Lines(vertex);
            // A step that several lines share is done once: the first of them bears its time.
            if (lines.Count > 0)
                Add(_owned, lines[0], vertex);
            if (vertex.Command is not (null or "FROM"))
                foreach (var line in lines)
                    Add(_steps, line, vertex);
        }
    }

    /// <summary>Takes the times of a build that succeeded.</summary>
    /// <param name="outcome">The build.</param>
    /// <param name="dockerfile">The Dockerfile that was built.</param>
    /// <param name="stage">The stage that was built.</param>
    public static LineTiming Of(BuildOutcome outcome, Dockerfile dockerfile, BuildStage stage) => new(outcome, dockerfile, stage);

    /// <summary>Whether the builder did not say which lines its steps belong to, so that they were found by names.</summary>
    public bool IsInferred => _finder.IsInferred;

    /// <summary>First lines of the instructions that the build has steps for.</summary>
    public IReadOnlySet<int> Lines => _owned.Keys.Concat(_steps.Keys).ToHashSet();

    /// <summary>The time that an instruction's steps took, in milliseconds.</summary>
    /// <param name="line">The instruction's first line.</param>
    public long Milliseconds(int line) =>
        _owned.TryGetValue(line, out var vertices) ? Round(Interval.Union(vertices.SelectMany(x => x.Intervals))) : 0;

    /// <summary>Whether an instruction has steps and the results of all came from the cache. A FROM is resolved, not cached.</summary>
    /// <param name="line">The instruction's first line.</param>
    public bool IsCached(int line) =>
        _steps.TryGetValue(line, out var vertices)
        // Of two vertices of one name the one that was given up in favour of the other says nothing.
        && vertices
            .GroupBy(x => x.Name)
            .All(x => x.Any(vertex => vertex.Cached) && !x.Any(vertex => !vertex.Cached && vertex.Intervals.Count > 0));

    /// <summary>When an instruction's first step began that did not come from the cache; null when all did, or it has none.</summary>
    /// <param name="line">The instruction's first line.</param>
    public DateTimeOffset? Began(int line) =>
        _steps.TryGetValue(line, out var vertices)
            ? vertices.Where(x => !x.Cached).SelectMany(x => x.Intervals).Select(x => (DateTimeOffset?)x.Start).Min()
            : null;

    /// <summary>How the times add up.</summary>
    public LineSum Sum()
    {
        var vertices = _outcome.Trace.Vertices;
        var running = _owned.Values.SelectMany(x => x).SelectMany(x => x.Intervals).ToArray();
        var withContext = running.Concat(Of(vertices, x => x.Kind == VertexKind.Context)).ToArray();
        var withExport = withContext.Concat(Of(vertices, x => x.Kind == VertexKind.Export));
        var wall = Round(_outcome.WallClock);
        var (first, second, third) = (
            Round(Interval.Union(running)),
            Round(Interval.Union(withContext)),
            Round(Interval.Union(withExport))
        );
        var path = Path();
        return new LineSum
        {
            LinesMilliseconds = _owned.Keys.Sum(Milliseconds),
            RunningMilliseconds = first,
            ContextMilliseconds = second - first,
            ExportMilliseconds = third - second,
            OtherMilliseconds = Math.Max(0, wall - third),
            CriticalPath = path,
            CriticalMilliseconds = path.Sum(Milliseconds),
        };
    }

    /// <summary>The build's steps and when each ran.</summary>
    internal IReadOnlyList<TimedStep> Timeline() =>
        BuildTimeline.Of(_outcome.Trace.Vertices, x => _finder.Lines(x) is [var line, ..] ? line : null);

    private List<int> Path()
    {
        var last = _owned.Values.SelectMany(x => x).Where(x => x.Intervals.Count > 0).MaxBy(CriticalPath.End);
        var path = new List<int>();
        foreach (var vertex in CriticalPath.Back(_outcome.Trace.Vertices, last))
            if (_finder.Lines(vertex) is [var line, ..] && !path.Contains(line))
                path.Insert(0, line);
        return path;
    }

    private static IEnumerable<Interval> Of(IEnumerable<Vertex> vertices, Func<Vertex, bool> which) =>
        vertices.Where(which).SelectMany(x => x.Intervals);

    private static void Add(Dictionary<int, List<Vertex>> lists, int line, Vertex vertex)
    {
        if (!lists.TryGetValue(line, out var list))
            lists[line] = list = [];
        list.Add(vertex);
    }

    private static long Round(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
