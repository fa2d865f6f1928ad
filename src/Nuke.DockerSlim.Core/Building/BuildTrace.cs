using Nuke.DockerSlim.Planning;

namespace Nuke.DockerSlim.Building;

/// <summary>Everything one build said about itself, put in order.</summary>
public sealed record BuildTrace
{
    /// <summary>A trace of nothing.</summary>
    public static BuildTrace Empty { get; } = new();

    /// <summary>The vertices, in the order they were first named.</summary>
    public IReadOnlyList<Vertex> Vertices { get; init; } = [];

    /// <summary>Lines that buildx itself wrote beside the protocol, at most the last thousand: its error, at the end.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>The output of each vertex, at most its last 65,536 bytes.</summary>
    public IReadOnlyDictionary<string, string> Output { get; init; } = new Dictionary<string, string>();

    /// <summary>Findings of BuildKit's own checks.</summary>
    public IReadOnlyList<ProgressEvent.WarningRaised> Warnings { get; init; } = [];

    /// <summary>
    /// The steps of the Dockerfile that cost something: RUN, COPY and ADD. Where BuildKit found two vertices to be the same, by another build at the
    /// same time or by equal content, the one that it gave up never started; the one that ran in its place has the same name.
    /// </summary>
    public IEnumerable<Vertex> Steps =>
        Vertices
            .Where(x => x.IsStep && x.Stage != ResultsStage.Name)
            .GroupBy(x => x.Name)
            .Select(x => x.FirstOrDefault(step => step.Cached || step.Intervals.Count > 0) ?? x.First());

    /// <summary>The vertex that failed; null when none did. A vertex cancelled because another failed is not it.</summary>
    public Vertex? Failed =>
        Vertices.FirstOrDefault(x => x.Error is { } error && !error.Contains("context canceled", StringComparison.Ordinal))
        ?? Vertices.FirstOrDefault(x => x.Error is not null);
}
