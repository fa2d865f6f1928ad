using System.Text;
using System.Text.Json;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Building;

/// <summary>
/// BuildKit's provenance of one platform as it stands in buildx's metadata file (BuildKit, <c>docs/attestations/slsa-definitions.md</c>). SLSA 0.2
/// and 1 say the same of a build, at different places.
/// </summary>
internal sealed class ProvenanceDocument
{
    private const string Field = "buildx.build.provenance";
    private const string BuildKit = "https://mobyproject.org/buildkit@v1#metadata";

    private readonly JsonElement? _facts;
    private readonly JsonElement? _build;

    private ProvenanceDocument(JsonElement predicate)
    {
        _facts = Find(predicate, "metadata", BuildKit) ?? Find(predicate, "runDetails", "metadata", "buildkit_metadata");
        _build = Find(predicate, "buildConfig") ?? Find(predicate, "buildDefinition", "internalParameters", "buildConfig");
        var request = Find(predicate, "invocation", "parameters") ?? Find(predicate, "buildDefinition", "externalParameters", "request");
        Arguments = Properties(Find(request, "args")).Select(x => (x.Name, Text(x.Value))).ToArray();
        Materials =
        [
            .. Items(Find(predicate, "materials") ?? Find(predicate, "buildDefinition", "resolvedDependencies"))
                .Select(x =>
                    string.Join(' ', Properties(Find(x, "digest")).Select(y => $"{y.Name}:{Text(y.Value)}").Prepend(Text(x, "uri")))
                ),
        ];
    }

    /// <summary>Whether there is anything of BuildKit's own in it, which it leaves out below mode <c>max</c>.</summary>
    public bool HasFacts => _facts is not null;

    /// <summary>The commit that buildx found the build context's repository at; null: none.</summary>
    public string? Revision => Text(Find(_facts, "vcs", "revision"));

    /// <summary>What the frontend was asked, such as <c>target</c> and <c>build-arg:KEY</c>.</summary>
    public IReadOnlyList<(string Name, string? Value)> Arguments { get; }

    /// <summary>What the build took from elsewhere, images above all: <c>pkg:docker/node@20 sha256:…</c>.</summary>
    public IReadOnlyList<string> Materials { get; }

    /// <summary>The steps, in the order they are listed; null when they are not told.</summary>
    public IEnumerable<JsonElement>? Steps =>
        Find(_build, "llbDefinition") is { ValueKind: JsonValueKind.Array } steps ? steps.EnumerateArray() : null;

    /// <summary>The vertices of the progress events, by their digests, and the step that each is.</summary>
    public IEnumerable<(string Vertex, string Step)> Vertices =>
        Properties(Find(_build, "digestMapping")).Select(x => (x.Name, Text(x.Value) ?? ""));

    /// <summary>The chains of layers that steps end with, by <c>STEP:OUTPUT</c>; there may be several of one, made in different ways.</summary>
    public IEnumerable<(string Output, JsonElement Chains)> Layers => Properties(Find(_facts, "layers"));

    /// <summary>The text of the Dockerfile as the builder read it; null when it does not say it.</summary>
    public string? Source
    {
        get
        {
            foreach (var info in Items(Find(_facts, "source", "infos")))
                if (Find(info, "data") is { ValueKind: JsonValueKind.String } data && data.TryGetBytesFromBase64(out var bytes))
                    return Encoding.UTF8.GetString(bytes);
            return null;
        }
    }

    /// <summary>The provenances in a metadata file: one, or one a platform where it was built for several.</summary>
    /// <param name="metadata">The file; what is returned is valid as long as its document is.</param>
    public static IEnumerable<ProvenanceDocument> In(JsonElement metadata) =>
        // That of a platform is named behind a slash.
        Properties(metadata)
            .Where(x => x.Name == Field || x.Name.StartsWith(Field + "/", StringComparison.Ordinal))
            .Select(x => new ProvenanceDocument(x.Value));

    /// <summary>The instructions that a step carries out, the first first: more than one where stages say the same on the same ground.</summary>
    /// <param name="step">The step.</param>
    public IReadOnlyList<LineRange> Places(string step) =>
        [
            .. Items(Find(_facts, "source", "locations", step, "locations"))
                .Select(Range)
                .Where(x => x.First > 0)
                .Distinct()
                .OrderBy(x => x.First),
        ];

    // One instruction is a location; a heredoc has a range for each of its lines.
    private static LineRange Range(JsonElement location)
    {
        var ranges = Items(Find(location, "ranges"))
            .Select(x => (First: Number(Find(x, "start", "line")) ?? 0, Last: Number(Find(x, "end", "line")) ?? 0))
            .Where(x => x.First > 0)
            .ToArray();
        return ranges.Length == 0 ? default : new LineRange(ranges.Min(x => x.First), ranges.Max(x => Math.Max(x.First, x.Last)));
    }
}
