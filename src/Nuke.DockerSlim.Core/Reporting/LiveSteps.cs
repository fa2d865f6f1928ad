using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Reporting;

/// <summary>The steps of the running build, put together from its events.</summary>
internal sealed class LiveSteps
{
    private readonly Dictionary<string, LiveStep> _steps = [];

    /// <summary>The steps that run now, the oldest first.</summary>
    public IEnumerable<LiveStep> Running => _steps.Values.Where(x => x.IsRunning).OrderBy(x => x.Seen);

    /// <summary>The steps of stages that are known so far.</summary>
    public int Known => _steps.Values.Count(IsOfTheImage);

    /// <summary>Those of them that are finished.</summary>
    public int Finished => _steps.Values.Count(x => x.IsTold && IsOfTheImage(x));

    /// <summary>Whether a step failed of itself.</summary>
    public bool HasFailure => _steps.Values.Any(x => x.Vertex.Error is { } error && !IsCancellation(error));

    /// <summary>Takes in an event.</summary>
    /// <param name="progress">The event.</param>
    /// <param name="now">A timestamp of the time provider.</param>
    /// <returns>The step that finished by it; null when none did.</returns>
    public LiveStep? Record(ProgressEvent progress, long now)
    {
        switch (progress)
        {
            case ProgressEvent.VertexChanged changed:
                return Record(changed, now);
            case ProgressEvent.StatusChanged status when _steps.TryGetValue(status.Vertex, out var step):
                step.Record(status);
                return null;
            case ProgressEvent.OutputWritten written when _steps.TryGetValue(written.Vertex, out var step):
                step.Append(written.Data.Span);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Whether an error only says that another step's failure, or the user, ended this one.</summary>
    /// <param name="error">The vertex's error.</param>
    public static bool IsCancellation(string error) => error.Contains("context canceled", StringComparison.Ordinal);

    /// <summary>Whether it is a step of a stage of the user's: test results are taken out by one of ours.</summary>
    /// <param name="step">The step.</param>
    public static bool IsOfTheImage(LiveStep step) => step.Vertex.IsStep && step.Vertex.Stage != ResultsStage.Name;

    private LiveStep? Record(ProgressEvent.VertexChanged changed, long now)
    {
        var known = _steps.GetValueOrDefault(changed.Id);
        var vertex = new Vertex
        {
            Id = changed.Id,
            Name = changed.Name,
            Intervals = changed is { Started: { } start, Completed: { } end } ? [new(start, end)] : [],
            Cached = changed.Cached || known?.Vertex.Cached == true,
            Error = changed.Error.Length > 0 ? changed.Error : known?.Vertex.Error,
        };
        if (known is null)
            _steps[changed.Id] = known = new(vertex);
        known.Vertex = vertex;
        var runs = changed is { Started: not null, Completed: null };
        if (runs && !known.IsRunning)
            known.Seen = now;
        known.IsRunning = runs;
        // A local source runs twice; it is told once.
        if (changed.Completed is null || known.IsTold)
            return null;
        known.IsTold = true;
        return known;
    }
}
