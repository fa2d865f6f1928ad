using Nuke.DockerSlim.Building;

namespace Nuke.DockerSlim.Measuring;

/// <summary>The vertices that each waited for the one before, and together made a build as long as it was.</summary>
internal static class CriticalPath
{
    /// <summary>Back from a vertex, each time to that of its inputs that ended last: what it had to wait for.</summary>
    /// <param name="vertices">All vertices of the build.</param>
    /// <param name="last">The vertex that the path ends with; null: there is no path.</param>
    /// <returns>The path, from its end to its begin.</returns>
    public static IReadOnlyList<Vertex> Back(IReadOnlyList<Vertex> vertices, Vertex? last)
    {
        // Of two equal vertices one ran, and the other has the inputs that the build names.
        var byName = vertices.ToLookup(x => x.Name);
        var names = vertices.DistinctBy(x => x.Id).ToDictionary(x => x.Id, x => x.Name);
        var path = new List<Vertex>();
        var seen = new HashSet<string>();
        var current = last;
        while (current is not null && seen.Add(current.Id))
        {
            path.Add(current);
            current = byName[current.Name]
                .SelectMany(x => x.Inputs)
                .SelectMany(x => names.TryGetValue(x, out var name) ? byName[name] : [])
                .Where(x => x.Intervals.Count > 0)
                .MaxBy(End);
        }
        return path;
    }

    /// <summary>When a vertex ended that ran.</summary>
    /// <param name="vertex">The vertex.</param>
    public static DateTimeOffset End(Vertex vertex) => vertex.Intervals.Max(x => x.End);
}
