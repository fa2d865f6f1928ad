using System.Text;
using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Tests.Reporting;

/// <summary>What a builder says, in short.</summary>
internal static class LiveEvents
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public static ProgressEvent.VertexChanged Vertex(
        string id,
        string name,
        double started,
        double? completed,
        bool cached = false,
        string error = ""
    ) => new(id, name, [], Noon.AddSeconds(started), completed is { } end ? Noon.AddSeconds(end) : null, cached, error);

    public static ProgressEvent.StatusChanged Moved(string vertex, string id, long current, long total, bool isDone = false) =>
        new(vertex, id, current, total, Noon, isDone ? Noon : null);

    public static ProgressEvent.OutputWritten Written(string vertex, string text) => new(vertex, Encoding.UTF8.GetBytes(text));
}
