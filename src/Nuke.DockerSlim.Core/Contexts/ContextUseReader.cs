using System.Text.Json;
using Nuke.DockerSlim.Building;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// Reads what a build asks of its context from buildx's metadata file with <c>BUILDX_METADATA_PROVENANCE=max</c>: the operations of the build
/// (https://github.com/moby/buildkit/blob/master/solver/pb/ops.proto) and their places in the Dockerfile.
/// </summary>
public static class ContextUseReader
{
    // The local source's name for the context on the command line; named contexts have names of their own.
    private const string Context = "local://context";

    /// <summary>Reads the file's text as far as it can be read.</summary>
    /// <param name="json">The text; null when the builder wrote none.</param>
    /// <returns>Null when it holds no operations, or cannot be read: what the build asks for is not known then, which is no reason to fail.</returns>
    internal static ContextUse? ReadOrNull(string? json)
    {
        try
        {
            return json is null ? null : Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The text.</param>
    /// <returns>Null when it holds no operations: an older buildx, or provenance of a lesser mode.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static ContextUse? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var provenance = ProvenanceDocument.In(document.RootElement).FirstOrDefault();
        if (provenance?.Steps?.ToArray() is not { } steps)
            return null;
        if (
            steps.FirstOrDefault(x => Text(Operation(x, "source", "identifier")) == Context)
            is not { ValueKind: JsonValueKind.Object } source
        )
            return new ContextUse();
        var attributes = Operation(source, "source", "attrs");
        var vertices = provenance.Vertices.ToLookup(x => x.Step, x => x.Vertex);
        var id = Text(source, "id") + ":0";
        return new ContextUse
        {
            IsSent = true,
            FollowPaths = Text(Find(attributes, "local.followpaths")) is { } paths ? Texts(paths) : null,
            IncludePatterns = Texts(Text(Find(attributes, "local.includepattern"))),
            IgnorePatterns = Texts(Text(Find(attributes, "local.excludepatterns"))),
            Reads =
            [
                .. steps
                    .SelectMany(step => Reads(step, id).SelectMany(read => Placed(read, Text(step, "id") ?? "")))
                    .OrderBy(x => x.FirstLine ?? int.MaxValue),
            ],
        };

        // Once for each place where its step stands: two stages with the same beginning share their steps.
        IEnumerable<ContextRead> Placed(ContextRead read, string step)
        {
            read = read with { Vertex = vertices[step].FirstOrDefault() };
            var places = provenance.Places(step);
            return places.Count == 0 ? [read] : places.Select(x => read with { FirstLine = x.First, LastLine = x.Last });
        }
    }

    private static IEnumerable<ContextRead> Reads(JsonElement step, string context)
    {
        var inputs = Items(Find(step, "inputs")).Select(x => Text(x)).ToArray();
        if (!inputs.Contains(context))
            return [];
        var copies = Items(Operation(step, "file", "actions"))
            .Where(x => Is(Find(x, "secondaryInput")))
            .Select(x => Find(x, "Action", "copy"))
            .Where(x => x is not null)
            .Select(x => Copy(x!.Value));
        var mounts = Items(Operation(step, "exec", "mounts")).Where(x => Is(Find(x, "input"))).Select(Mount);
        ContextRead[] reads = [.. copies, .. mounts];
        // What takes the context in some other way may read all of it.
        return reads.Length > 0 ? reads : [new ContextRead { Source = "", IsMount = true }];

        // An input that is not written is the first one.
        bool Is(JsonElement? input) => (Number(input) ?? 0) is >= 0 and var number && number < inputs.Length && inputs[number] == context;
    }

    private static ContextRead Copy(JsonElement copy) =>
        new()
        {
            Source = Source(Text(copy, "src")),
            IncludePatterns = [.. Items(Find(copy, "include_patterns")).Select(x => Text(x) ?? "")],
            ExcludePatterns = [.. Items(Find(copy, "exclude_patterns")).Select(x => Text(x) ?? "")],
        };

    private static ContextRead Mount(JsonElement mount) => new() { Source = Source(Text(mount, "selector")), IsMount = true };

    private static JsonElement? Operation(JsonElement step, string kind, string field) => Find(step, "op", "Op", kind, field);

    private static string Source(string? path) => ContextPath.Clean("/" + path)[1..];

    private static string[] Texts(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, ContextJson.Default.StringArray) ?? [];
}
