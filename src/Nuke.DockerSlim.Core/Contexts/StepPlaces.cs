using System.Text.Json;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Contexts;

/// <summary>Where the steps of a build stand in the Dockerfile, and what the progress events call them.</summary>
internal sealed class StepPlaces
{
    private readonly JsonElement? _locations;
    private readonly ILookup<string, string> _vertices;

    /// <summary>Takes them from the provenance.</summary>
    /// <param name="provenance">The provenance.</param>
    /// <param name="build">Its operations.</param>
    public StepPlaces(JsonElement? provenance, JsonElement? build)
    {
        var facts =
            Find(provenance, "metadata", "https://mobyproject.org/buildkit@v1#metadata")
            ?? Find(provenance, "runDetails", "metadata", "buildkit_metadata");
        _locations = Find(facts, "source", "locations");
        _vertices = Properties(Find(build, "digestMapping")).ToLookup(x => Text(x.Value) ?? "", x => x.Name);
    }

    /// <summary>A read, once for each place where its step stands: two stages with the same beginning share their steps.</summary>
    /// <param name="step">The step.</param>
    /// <param name="read">The read, without a place.</param>
    public IEnumerable<ContextRead> Of(string step, ContextRead read)
    {
        read = read with { Vertex = _vertices[step].FirstOrDefault() };
        var places = Items(Find(_locations, step, "locations")).Select(Lines).Where(x => x.First > 0).ToArray();
        return places.Length == 0 ? [read] : places.Select(x => read with { FirstLine = x.First, LastLine = x.Last });
    }

    // A heredoc has a range for each of its lines.
    private static (int First, int Last) Lines(JsonElement location)
    {
        var ranges = Items(Find(location, "ranges")).Select(x => (First: Line(x, "start"), Last: Line(x, "end"))).ToArray();
        return ranges.Length == 0 ? default : (ranges.Min(x => x.First), ranges.Max(x => Math.Max(x.First, x.Last)));
    }

    private static int Line(JsonElement range, string end) => Number(Find(range, end, "line")) ?? 0;
}
