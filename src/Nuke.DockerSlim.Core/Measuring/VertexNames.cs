using Nuke.DockerSlim.Building;
using Nuke.DockerSlim.Dockerfiles;

namespace Nuke.DockerSlim.Measuring;

/// <summary>
/// Infers the instructions of vertices from their names, such as <c>[builder 3/5] RUN make</c>: the stage, the place among its steps, and what is done.
/// For builders that write no provenance.
/// </summary>
internal static class VertexNames
{
    /// <summary>First lines of the instructions of each vertex that has any, by the vertex's digest.</summary>
    /// <param name="vertices">The vertices.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="needed">The stages that were built.</param>
    public static Dictionary<string, IReadOnlyList<int>> Lines(
        IEnumerable<Vertex> vertices,
        Dockerfile dockerfile,
        IReadOnlyList<BuildStage> needed
    )
    {
        var lines = new Dictionary<string, IReadOnlyList<int>>();
        foreach (var stage in vertices.Where(x => x.Position is not null).GroupBy(x => x.Stage))
            if (dockerfile.FindOfStep(stage.Key) is { } found)
                foreach (var (vertex, instruction) in OfStage([.. stage.OrderBy(x => x.Position)], found))
                    lines[vertex.Id] = [instruction.FirstLine];
        foreach (var vertex in vertices)
            if (
                Image(vertex) is { } image
                && dockerfile.Takers(image).Where(x => needed.Any(stage => stage.Index == x.Stage)).ToArray() is { Length: > 0 } takers
            )
                lines[vertex.Id] = [.. takers.Select(x => x.FirstLine)];
        Share(lines, dockerfile, needed);
        return lines;
    }

    private static IEnumerable<(Vertex, DockerfileInstruction)> OfStage(Vertex[] vertices, BuildStage stage)
    {
        var instructions = stage.Steps;
        // What the base image has its users do comes right behind the FROM, and is counted.
        var triggered = vertices.Where(x => IsTriggered(x)).Select(x => x.Position).Distinct().Count();
        foreach (var vertex in vertices)
        {
            var place = vertex.Position!.Value - 1 - (IsTriggered(vertex) || IsFrom(vertex) ? 0 : triggered);
            var instruction =
                IsTriggered(vertex) ? stage.From
                : place < instructions.Count && place >= 0 && IsOf(vertex, instructions[place]) ? instructions[place]
                : null;
            if (instruction is not null)
                yield return (vertex, instruction);
        }
    }

    /// <summary>The image that a vertex takes from outside, without its digest; null when it takes none.</summary>
    /// <param name="vertex">The vertex.</param>
    public static string? Image(Vertex vertex)
    {
        // "[deps 1/4] FROM docker.io/library/node:20@sha256:…", "FROM docker.io/library/debian:12" where a COPY --from= names it.
        var text = vertex.Instruction ?? vertex.Name;
        return text.StartsWith("FROM ", StringComparison.Ordinal) ? text["FROM ".Length..].Split('@')[0] : null;
    }

    /// <summary>A step that several stages share is told once, under the name that it has in one of them.</summary>
    private static void Share(Dictionary<string, IReadOnlyList<int>> lines, Dockerfile dockerfile, IReadOnlyList<BuildStage> needed)
    {
        var found = lines.Values.SelectMany(x => x).ToHashSet();
        foreach (var missing in needed.SelectMany(x => x.Steps).Where(x => !found.Contains(x.FirstLine)))
        {
            var twin = lines.FirstOrDefault(x => dockerfile.At(x.Value[0]) is { } told && told.SaysAs(missing));
            if (twin.Key is not null)
                lines[twin.Key] = [.. twin.Value.Append(missing.FirstLine).Order()];
        }
    }

    private static bool IsTriggered(Vertex vertex) => vertex.Instruction!.StartsWith("ONBUILD ", StringComparison.Ordinal);

    private static bool IsFrom(Vertex vertex) => vertex.Command == "FROM";

    private static bool IsOf(Vertex vertex, DockerfileInstruction instruction) =>
        vertex.Command == instruction.Keyword || (vertex.Command == "LINK" && instruction.Keyword is "COPY" or "ADD");
}
