using System.Text;

namespace Nuke.DockerSlim.Building;

/// <summary>Puts events in order as they come. Not safe for several threads at once.</summary>
public sealed class BuildTraceRecorder
{
    private const int KeptOutput = 64 * 1024;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Vertex> _vertices = [];
    private readonly Dictionary<string, (StringBuilder Text, Decoder Decoder)> _output = [];
    private readonly List<string> _text = [];
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
                _text.Add(written.Text);
                break;
            case ProgressEvent.WarningRaised warning:
                _warnings.Add(warning);
                break;
            case ProgressEvent.StatusChanged:
                break;
        }
    }

    /// <summary>What was said so far.</summary>
    public BuildTrace ToTrace() =>
        new()
        {
            Vertices = [.. _order.Select(x => _vertices[x])],
            Text = [.. _text],
            Output = _output.ToDictionary(x => x.Key, x => Last(x.Value.Text)),
            Warnings = [.. _warnings],
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
        // A character may be cut between two events; the decoder keeps its first bytes.
        if (!_output.TryGetValue(written.Vertex, out var output))
            _output[written.Vertex] = output = (new StringBuilder(), Encoding.UTF8.GetDecoder());
        var (text, decoder) = output;
        var characters = new char[Encoding.UTF8.GetMaxCharCount(written.Data.Length)];
        text.Append(characters, 0, decoder.GetChars(written.Data.Span, characters, flush: false));
        if (text.Length > KeptOutput * 2)
            text.Remove(0, text.Length - KeptOutput);
    }

    private static string Last(StringBuilder text) =>
        text.Length > KeptOutput ? text.ToString(text.Length - KeptOutput, KeptOutput) : text.ToString();
}
