namespace Nuke.DockerSlim.Building;

/// <summary>Puts events in order as they come. Not safe for several threads at once.</summary>
public sealed class BuildTraceRecorder
{
    private const string Definition = "[internal] load build definition";
    private const int KeptOutput = 64 * 1024;
    private const int KeptLines = 1_000;
    private const int KeptWarnings = 1_000;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Vertex> _vertices = [];
    private readonly Dictionary<string, OutputTail> _output = [];
    private readonly Queue<string> _text = [];
    private readonly List<ProgressEvent.WarningRaised> _warnings = [];

    /// <summary>Takes in one event.</summary>
    /// <param name="progress">The event.</param>
    public void Record(ProgressEvent progress)
    {
        switch (progress)
        {
            case ProgressEvent.VertexChanged changed:
                Record(changed);
                break;
            case ProgressEvent.OutputWritten written:
                Append(written);
                break;
            case ProgressEvent.TextWritten written:
                // buildx says what went wrong at its end.
                _text.Enqueue(written.Text);
                if (_text.Count > KeptLines)
                    _text.Dequeue();
                break;
            case ProgressEvent.WarningRaised warning when _warnings.Count < KeptWarnings:
                _warnings.Add(warning);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// What was said so far. A step that another build was at already is told with that build's times: it counts from where this build began, which is with
    /// its own Dockerfile.
    /// </summary>
    public BuildTrace ToTrace()
    {
        var begin = _vertices
            .Values.Where(x => x.Name.StartsWith(Definition, StringComparison.Ordinal))
            .SelectMany(x => x.Intervals)
            .Select(x => x.Start)
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Min();
        return new()
        {
            Vertices = [.. _order.Select(x => Since(begin, _vertices[x]))],
            Text = [.. _text],
            Output = _output.ToDictionary(x => x.Key, x => x.Value.ToText()),
            Warnings = [.. _warnings],
        };
    }

    private static Vertex Since(DateTimeOffset begin, Vertex vertex) =>
        vertex.Intervals.All(x => x.Start >= begin)
            ? vertex
            : vertex with
            {
                Intervals = [.. vertex.Intervals.Select(x => x.Since(begin))],
            };

    private void Record(ProgressEvent.VertexChanged changed)
    {
        if (!_vertices.TryGetValue(changed.Id, out var known))
            _order.Add(changed.Id);
        _vertices[changed.Id] = new Vertex
        {
            Id = changed.Id,
            Name = changed.Name,
            Inputs = changed.Inputs.Count > 0 ? changed.Inputs : known?.Inputs ?? [],
            Intervals = Merge(known?.Intervals ?? [], changed),
            Cached = changed.Cached || (known?.Cached ?? false),
            Error = changed.Error.Length > 0 ? changed.Error : known?.Error,
        };
    }

    private static IReadOnlyList<Interval> Merge(IReadOnlyList<Interval> known, ProgressEvent.VertexChanged changed)
    {
        if (changed is not { Started: { } start, Completed: { } end })
            return known;
        // The same interval is told again with each change of the vertex.
        return [.. known.Where(x => x.Start != start), new Interval(start, end)];
    }

    private void Append(ProgressEvent.OutputWritten written)
    {
        if (!_output.TryGetValue(written.Vertex, out var output))
            _output[written.Vertex] = output = new OutputTail(KeptOutput);
        output.Append(written.Data.Span);
    }
}
