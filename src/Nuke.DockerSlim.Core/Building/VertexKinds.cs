namespace Nuke.DockerSlim.Building;

/// <summary>
/// Tells vertices apart by their names: the only place where BuildKit says what one is for (BuildKit, <c>frontend/dockerfile/dockerfile2llb</c>,
/// <c>client/llb/async.go</c>, <c>solver/llbsolver</c>, <c>exporter</c>; buildx, <c>build</c>).
/// </summary>
internal static class VertexKinds
{
    private static readonly string[] Exports =
    [
        "exporting ",
        "preparing build cache",
        "preparing layers for inline cache",
        "writing ",
        "pushing ",
        "sending tarball",
        "importing to docker",
        "copying files",
        "merging manifest list",
        "generating ",
        "resolving provenance",
    ];

    private static readonly string[] Images = ["docker-image://", "oci-layout://", "FROM "];

    private static readonly string[] Questions = ["resolve image config", "importing cache manifest", "inferred cache manifest"];

    /// <summary>Whether a vertex writes the cache to a place outside the builder (BuildKit, <c>solver/llbsolver</c>; in its oldest form it names none).</summary>
    /// <param name="vertex">The vertex.</param>
    public static bool WritesCache(Vertex vertex) => Starts(vertex.Name, ["exporting cache", "preparing build cache"]);

    /// <summary>Whether a vertex finds out what a cache outside the builder has.</summary>
    /// <param name="vertex">The vertex.</param>
    public static bool ReadsCache(Vertex vertex) => Starts(vertex.Name, ["importing cache manifest"]);

    /// <summary>What a vertex does.</summary>
    /// <param name="vertex">The vertex.</param>
    public static VertexKind Of(Vertex vertex) =>
        vertex.Instruction is { } instruction
            ? IsBase(instruction) || vertex.Cached
                ? VertexKind.Pull
                : VertexKind.Run
            : OfName(vertex.Name);

    private static VertexKind OfName(string name)
    {
        if (Starts(name, Exports))
            return VertexKind.Export;
        if (Starts(name, Images))
            return VertexKind.Pull;
        if (Starts(name, Questions) || name.StartsWith("[auth]", StringComparison.Ordinal))
            return VertexKind.Resolve;
        // "[internal] ...", "[linux/arm64 internal] ...", "[context NAME] ..." of a named context.
        if (name.Split(']', 2) is not [var bracket, var rest] || bracket.Length == 0 || bracket[0] != '[')
            return VertexKind.Other;
        var isNamed = bracket.Contains("context ", StringComparison.Ordinal);
        if (!isNamed && !bracket.EndsWith("internal", StringComparison.Ordinal))
            return VertexKind.Other;
        return rest.TrimStart() switch
        {
            var x when x.StartsWith("load build context", StringComparison.Ordinal) => VertexKind.Context,
            var x when x.StartsWith("load remote build context", StringComparison.Ordinal) => VertexKind.Context,
            var x when x.StartsWith("load git source", StringComparison.Ordinal) => VertexKind.Context,
            var x when x.StartsWith("load from client", StringComparison.Ordinal) => VertexKind.Context,
            var x when isNamed && !x.StartsWith("load ", StringComparison.Ordinal) => VertexKind.Pull,
            _ => VertexKind.Resolve,
        };
    }

    private static bool IsBase(string instruction) => instruction.StartsWith("FROM ", StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string name, string[] beginnings) =>
        Array.Exists(beginnings, x => name.StartsWith(x, StringComparison.Ordinal));
}
