using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Secrets;

/// <summary>
/// Stands between a build and everybody who listens to it: what the build says comes out with stars in the place of secrets, and what they stood in is kept.
/// The end of an output that may be the begin of a secret is held back until more comes. Not safe for several threads at once.
/// </summary>
public sealed class BuildLogFilter
{
    private readonly NeedleIndex _index;
    private readonly SecretMask _mask;
    private readonly Dictionary<string, byte[]> _held = [];
    private readonly HashSet<LogLeak> _leaks = [];
    private readonly Dictionary<string, string> _names = [];

    internal BuildLogFilter(NeedleIndex index) => (_index, _mask) = (index, new SecretMask(index));

    /// <summary>What was met, once for each vertex and form; the vertex is empty for what buildx says itself.</summary>
    internal IReadOnlyCollection<LogLeak> Leaks => _leaks;

    /// <summary>What may be passed on of an event.</summary>
    /// <param name="progress">The event.</param>
    /// <returns>The event without secrets; before it, what was held back of an output that it ends.</returns>
    public IEnumerable<ProgressEvent> Take(ProgressEvent progress)
    {
        switch (progress)
        {
            case ProgressEvent.OutputWritten output:
                return Take(output);
            case ProgressEvent.VertexChanged vertex:
                _names[vertex.Id] = vertex.Name;
                var told = vertex with { Name = Masked(vertex.Name, vertex.Id), Error = Masked(vertex.Error, vertex.Id) };
                return vertex.Completed is null ? [told] : [.. Release(vertex.Id), told];
            case ProgressEvent.StatusChanged status:
                return [status with { Id = Masked(status.Id, status.Vertex) }];
            case ProgressEvent.WarningRaised warning:
                return [warning with { Short = Masked(warning.Short, "") }];
            case ProgressEvent.TextWritten text:
                return [text with { Text = Masked(text.Text, "") }];
            default:
                return [progress];
        }
    }

    /// <summary>What was held back, when the build has ended.</summary>
    public IEnumerable<ProgressEvent> Complete() => [.. _held.Keys.ToArray().SelectMany(Release)];

    /// <summary>The name of a vertex, as the builder has it.</summary>
    /// <param name="vertex">Its digest.</param>
    internal string? NameOf(string vertex) => _names.GetValueOrDefault(vertex) is { } name ? _mask.Apply(name) : null;

    private IEnumerable<ProgressEvent> Take(ProgressEvent.OutputWritten output)
    {
        byte[] all = [.. _held.GetValueOrDefault(output.Vertex) ?? [], .. output.Data.Span];
        var found = Find(all, output.Vertex);
        var end = found.Select(x => x.End).DefaultIfEmpty(0).Max();
        var held = Math.Max(end, all.Length - Open(all.AsSpan(end)));
        _held[output.Vertex] = all[held..];
        return held == 0 ? [] : [output with { Data = SecretMask.Apply(all.AsSpan(0, held), found) }];
    }

    private IEnumerable<ProgressEvent> Release(string vertex) =>
        _held.Remove(vertex, out var held) && held.Length > 0 ? [new ProgressEvent.OutputWritten(vertex, held)] : [];

    /// <summary>Bytes at a text's end that may be the begin of a secret.</summary>
    private int Open(ReadOnlySpan<byte> text)
    {
        var longest = 0;
        foreach (var needle in _index.Needles)
            longest = Math.Max(longest, text.Length - WrappedText.BeginAtEnd(text, needle));
        return longest;
    }

    private string Masked(string text, string vertex) =>
        text.Length >= Needle.Shortest && Find(Encoding.UTF8.GetBytes(text), vertex).Count > 0 ? _mask.Apply(text) : text;

    private List<NeedleMatch> Find(byte[] text, string vertex)
    {
        var found = new List<NeedleMatch>();
        _index.Find(text, found);
        foreach (var needle in found.Select(x => _index.Needles[x.Needle]))
            _leaks.Add(new LogLeak(needle.Secret, needle.Encoding, vertex));
        return found;
    }
}
