using System.Text.Json;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Building;

/// <summary>
/// Reads buildx's metadata file. With <c>BUILDX_METADATA_PROVENANCE=max</c> it holds BuildKit's provenance (SLSA 0.2 with BuildKit's own
/// metadata), which maps steps to Dockerfile lines and to the chain of layers that each step ends with.
/// </summary>
public static class BuildMetadataReader
{
    private const string BuildKit = "https://mobyproject.org/buildkit@v1#metadata";

    /// <summary>Reads the file's text.</summary>
    /// <param name="json">The text; what is missing in it is missing in the result.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static BuildMetadata Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var metadata = new BuildMetadata
        {
            ImageDigest = Digest.TryParse(Text(root, "containerimage.digest")),
            ConfigDigest = Digest.TryParse(Text(root, "containerimage.config.digest")),
        };
        return Find(root, "buildx.build.provenance") is not { } provenance || Find(provenance, "metadata", BuildKit) is not { } facts
            ? metadata
            : WithProvenance(metadata, provenance, facts);
    }

    private static BuildMetadata WithProvenance(BuildMetadata metadata, JsonElement provenance, JsonElement facts)
    {
        var lines = StepLines(facts);
        var source = DockerfileLines(facts);
        var steps = Steps(provenance);
        var vertexLines = new Dictionary<string, int>();
        foreach (var (vertex, step) in Properties(Find(provenance, "buildConfig", "digestMapping")))
            if (step.ValueKind == JsonValueKind.String && step.GetString() is { } id && lines.TryGetValue(id, out var line))
                vertexLines[vertex] = line.First;
        return metadata with { VertexLines = vertexLines, LayerOrigins = Origins(facts, steps, lines, source, Inputs(provenance)) };
    }

    /// <summary>
    /// The image's chain is that of the step that no other needs: a stage on the way may have a longer one, once it was an image itself.
    /// Each layer belongs to the step whose chain is the first to contain it.
    /// </summary>
    private static IReadOnlyList<LayerOrigin> Origins(
        JsonElement facts,
        Dictionary<string, bool> steps,
        Dictionary<string, (int First, int Last)> lines,
        string[] source,
        HashSet<string> inputs
    )
    {
        var chains = Properties(Find(facts, "layers"))
            .Select(x => (Step: x.Name.Split(':')[0], Chain: Chain(x.Value)))
            .Where(x => x.Chain.Length > 0)
            .OrderBy(x => x.Chain.Length)
            .ToArray();
        if (chains.Length == 0)
            return [];
        if ((steps.Count == 0 ? chains[^1] : chains.LastOrDefault(x => !inputs.Contains(x.Step))).Chain is not { } image)
            return [];
        var origins = new LayerOrigin[image.Length];
        for (var i = 0; i < image.Length; i++)
        {
            var step = chains.First(x => x.Chain.Length > i && x.Chain.AsSpan().SequenceEqual(image.AsSpan(0, x.Chain.Length))).Step;
            var fromBase = steps.GetValueOrDefault(step);
            origins[i] = lines.TryGetValue(step, out var line)
                ? new LayerOrigin(fromBase, line.First, line.Last, Instruction(source, line.First, line.Last))
                : LayerOrigin.Unknown with
                {
                    FromBase = fromBase,
                };
        }
        return origins;
    }

    private static string[] Chain(JsonElement alternatives) =>
        alternatives.ValueKind == JsonValueKind.Array
        && alternatives.GetArrayLength() > 0
        && alternatives[0].ValueKind == JsonValueKind.Array
            ? [.. alternatives[0].EnumerateArray().Select(x => Text(x, "digest") ?? "")]
            : [];

    /// <summary>The ids of the steps that others need. What has no operation is the end of the build: it only names the step with the result.</summary>
    private static HashSet<string> Inputs(JsonElement provenance) =>
        Items(Find(provenance, "buildConfig", "llbDefinition"))
            .Where(x => Properties(Find(x, "op", "Op")).Any())
            .SelectMany(x => Items(Find(x, "inputs")))
            .Select(x => x.ValueKind == JsonValueKind.String ? x.GetString()!.Split(':')[0] : "")
            .ToHashSet();

    /// <summary>Each step's id, and whether it takes an image from outside.</summary>
    private static Dictionary<string, bool> Steps(JsonElement provenance)
    {
        var steps = new Dictionary<string, bool>();
        foreach (var step in Items(Find(provenance, "buildConfig", "llbDefinition")))
            steps[Text(step, "id") ?? ""] =
                Find(step, "op", "Op", "source") is { } from
                && (Text(from, "identifier") ?? "") is var identifier
                && (
                    identifier.StartsWith("docker-image://", StringComparison.Ordinal)
                    || identifier.StartsWith("oci-layout://", StringComparison.Ordinal)
                );
        return steps;
    }

    /// <summary>A base named by several FROM lines has several locations; the last line is the one nearest to production.</summary>
    private static Dictionary<string, (int First, int Last)> StepLines(JsonElement facts)
    {
        var lines = new Dictionary<string, (int First, int Last)>();
        foreach (var (step, entry) in Properties(Find(facts, "source", "locations")))
        {
            var ranges = Items(Find(entry, "locations"))
                .SelectMany(x => Items(Find(x, "ranges")))
                .Select(Range)
                .Where(x => x.First > 0)
                .ToArray();
            if (ranges.Length > 0)
                lines[step] = ranges.MaxBy(x => x.First);
        }
        return lines;
    }

    private static (int First, int Last) Range(JsonElement range)
    {
        var first = Number(Find(range, "start", "line")) ?? 0;
        return (first, Number(Find(range, "end", "line")) ?? first);
    }

    private static int? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } x && x.TryGetInt32(out var number) ? number : null;

    private static string[] DockerfileLines(JsonElement facts)
    {
        foreach (var info in Items(Find(facts, "source", "infos")))
            if (Find(info, "data") is { ValueKind: JsonValueKind.String } data && data.TryGetBytesFromBase64(out var bytes))
                return System.Text.Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n');
        return [];
    }

    private static string? Instruction(string[] source, int first, int last) =>
        first < 1 || last < first || last > source.Length
            ? null
            : string.Join(
                ' ',
                source[(first - 1)..last].Select(x => x.Trim().TrimEnd('\\').TrimEnd()).Where(x => x.Length > 0 && x[0] != '#')
            );

    private static JsonElement? Find(JsonElement? parent, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            parent = parent is { ValueKind: JsonValueKind.Object } x && x.TryGetProperty(name, out var child) ? child : null;
        return parent;
    }

    private static string? Text(JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } x ? x.EnumerateArray() : [];

    private static IEnumerable<(string Name, JsonElement Value)> Properties(JsonElement? parent) =>
        parent is { ValueKind: JsonValueKind.Object } x ? x.EnumerateObject().Select(p => (p.Name, p.Value)) : [];
}
