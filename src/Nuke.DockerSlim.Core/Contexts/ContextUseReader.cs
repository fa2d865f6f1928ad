using System.Text.Json;

namespace Nuke.DockerSlim.Contexts;

/// <summary>
/// Reads what a build asks of its context from buildx's metadata file with <c>BUILDX_METADATA_PROVENANCE=max</c>: the operations of the build
/// (https://github.com/moby/buildkit/blob/master/solver/pb/ops.proto) and their places in the Dockerfile. SLSA 0.2 and 1.
/// </summary>
public static class ContextUseReader
{
    // The local source's name for the context on the command line; named contexts have names of their own.
    private const string Context = "local://context";

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The text.</param>
    /// <returns>Null when it holds no operations: an older buildx, or provenance of a lesser mode.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static ContextUse? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var provenance = document.RootElement.Find("buildx.build.provenance");
        var build = provenance.Find("buildConfig") ?? provenance.Find("buildDefinition", "internalParameters", "buildConfig");
        if (build.Find("llbDefinition") is not { ValueKind: JsonValueKind.Array } definition)
            return null;
        var steps = definition.EnumerateArray().ToArray();
        if (
            steps.FirstOrDefault(x => x.Operation("source").Text("identifier") == Context) is not { ValueKind: JsonValueKind.Object } source
        )
            return new ContextUse();
        var attributes = source.Operation("source").Find("attrs");
        var places = new StepPlaces(provenance, build);
        var id = source.Text("id") + ":0";
        return new ContextUse
        {
            IsSent = true,
            FollowPaths = attributes.Text("local.followpaths") is { } paths ? Texts(paths) : null,
            IncludePatterns = Texts(attributes.Text("local.includepattern")),
            IgnorePatterns = Texts(attributes.Text("local.excludepatterns")),
            Reads =
            [
                .. steps
                    .SelectMany(step => Reads(step, id).SelectMany(read => places.Of(step.Text("id") ?? "", read)))
                    .OrderBy(x => x.FirstLine ?? int.MaxValue),
            ],
        };
    }

    private static IEnumerable<ContextRead> Reads(JsonElement step, string context)
    {
        var inputs = step.Find("inputs").Items().Select(x => x.AsText()).ToArray();
        if (!inputs.Contains(context))
            return [];
        var reads = step.Operation("file")
            .Find("actions")
            .Items()
            .Select(x => (Copy: x.Find("Action", "copy"), From: x.Number("secondaryInput") ?? 0))
            .Where(x => x.Copy is not null && Is(x.From))
            .Select(x => Copy(x.Copy!.Value))
            .Concat(step.Operation("exec").Find("mounts").Items().Where(x => Is(x.Number("input") ?? 0)).Select(Mount))
            .ToArray();
        // What takes the context in some other way may read all of it.
        return reads.Length > 0 ? reads : [new ContextRead { Source = "", IsMount = true }];

        bool Is(long input) => input >= 0 && input < inputs.Length && inputs[input] == context;
    }

    private static ContextRead Copy(JsonElement copy) =>
        new()
        {
            Source = Source(copy.Text("src")),
            IncludePatterns = [.. copy.Find("include_patterns").Items().Select(x => x.AsText() ?? "")],
            ExcludePatterns = [.. copy.Find("exclude_patterns").Items().Select(x => x.AsText() ?? "")],
        };

    private static ContextRead Mount(JsonElement mount) => new() { Source = Source(mount.Text("selector")), IsMount = true };

    private static string Source(string? path) => ContextPath.Clean("/" + path)[1..];

    private static string[] Texts(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, ContextJson.Default.StringArray) ?? [];
}
