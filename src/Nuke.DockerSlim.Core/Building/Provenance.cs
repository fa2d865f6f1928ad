using System.Text;
using System.Text.Json;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Building;

/// <summary>BuildKit's provenance of one platform (BuildKit, <c>docs/attestations/slsa-definitions.md</c>).</summary>
internal sealed class Provenance
{
    private const string BuildKit = "https://mobyproject.org/buildkit@v1#metadata";

    private readonly JsonElement _provenance;
    private readonly JsonElement _facts;

    private readonly StepGraph _graph;
    private readonly Dictionary<string, IReadOnlyList<LineRange>> _ranges;

    private Provenance(JsonElement provenance, JsonElement facts)
    {
        (_provenance, _facts) = (provenance, facts);
        _graph = new StepGraph(Items(Find(provenance, "buildConfig", "llbDefinition")));
        _ranges = StepRanges();
        var parameters = Find(provenance, "invocation", "parameters", "args");
        Stage = Text(Find(parameters, "target"));
        if (Source() is { } source)
            Dockerfile = Dockerfile.Parse(source, BuildArgs(parameters));
    }

    /// <summary>The Dockerfile as the builder read it; null when it does not say it.</summary>
    public Dockerfile? Dockerfile { get; }

    /// <summary>The stage that was asked for; null when none was.</summary>
    public string? Stage { get; }

    /// <summary>The instructions of each vertex that has any.</summary>
    public IEnumerable<(string Vertex, IReadOnlyList<LineRange> Ranges)> VertexRanges =>
        Properties(Find(_provenance, "buildConfig", "digestMapping"))
            .Select(x => (x.Name, Ranges: Text(x.Value) is { } step ? _ranges.GetValueOrDefault(step) : null))
            .Where(x => x.Ranges is not null)
            .Select(x => (x.Name, x.Ranges!));

    /// <summary>Reads a provenance.</summary>
    /// <param name="provenance">The predicate as JSON; valid as long as its document is.</param>
    /// <returns>Null when it is none, or not a full one.</returns>
    public static Provenance? Read(JsonElement provenance) =>
        Find(provenance, "metadata", BuildKit) is { } facts ? new Provenance(provenance, facts) : null;

    /// <summary>
    /// The origins of the image's layers, the lowest first; none when they cannot be told. Each layer belongs to the step whose chain of layers is
    /// the first to contain it.
    /// </summary>
    public IReadOnlyList<LayerOrigin> LayerOrigins()
    {
        var chains = Chains().OrderBy(x => x.Chain.Length).ToArray();
        if (chains.Length == 0)
            return [];
        // The image's chain is that of the step that no other needs: a stage on the way may have a longer one, once it was an image itself.
        var inputs = _graph.Inputs;
        var image = (_graph.Count == 0 ? chains[^1] : chains.LastOrDefault(x => !inputs.Contains(x.Step))).Chain;
        if (image is null)
            return OriginsBySteps(chains);
        return
        [
            .. Enumerable
                .Range(0, image.Length)
                .Select(i => chains.First(x => x.Chain.Length > i && x.Chain.AsSpan().SequenceEqual(image.AsSpan(0, x.Chain.Length))).Step)
                .Select(Origin),
        ];
    }

    /// <summary>
    /// What a first build on the containerd store tells: the base's layers, but not those of steps that the builder found to equal another's. Above the
    /// base each step of the image makes one layer, if it is an empty one.
    /// </summary>
    private LayerOrigin[] OriginsBySteps((string Step, string[] Chain)[] chains)
    {
        var steps = _graph.ImageSteps;
        if (steps.Count == 0 || !_graph.TakesImage(steps[0]))
            return [.. steps.Select(Origin)];
        var inBase = chains.FirstOrDefault(x => x.Step == steps[0]).Chain?.Length;
        return inBase is { } count ? [.. Enumerable.Repeat(Origin(steps[0]), count), .. steps.Skip(1).Select(Origin)] : [];
    }

    private LayerOrigin Origin(string step)
    {
        var fromBase = _graph.TakesImage(step);
        if (!_ranges.TryGetValue(step, out var ranges))
            return LayerOrigin.Unknown with { FromBase = fromBase };
        var stage = Dockerfile?.Find(Stage);
        var chain = stage is { } number ? Dockerfile!.Chain(number) : [];
        // Stages that say the same share the step: the line is that of a stage which the image is made of.
        var range = ranges
            .OrderBy(x => Dockerfile?.At(x.First) is { } instruction && chain.Contains(instruction.Stage))
            .ThenBy(x => x.First)
            .Last();
        return new LayerOrigin(fromBase, range.First, range.Last, Dockerfile?.At(range.First)?.Text);
    }

    private IEnumerable<(string Step, string[] Chain)> Chains() =>
        Properties(Find(_facts, "layers")).Select(x => (Step: x.Name.Split(':')[0], Chain: Chain(x.Value))).Where(x => x.Chain.Length > 0);

    private static string[] Chain(JsonElement alternatives) =>
        Items(alternatives).FirstOrDefault() is { ValueKind: JsonValueKind.Array } first
            ? [.. first.EnumerateArray().Select(x => Text(x, "digest") ?? "")]
            : [];

    /// <summary>The instructions of each step. One is a location; a range of its own for each of its lines.</summary>
    private Dictionary<string, IReadOnlyList<LineRange>> StepRanges()
    {
        var steps = new Dictionary<string, IReadOnlyList<LineRange>>();
        foreach (var (step, entry) in Properties(Find(_facts, "source", "locations")))
        {
            LineRange[] ranges =
            [
                .. Items(Find(entry, "locations")).Select(Range).Where(x => x.First > 0).Distinct().OrderBy(x => x.First),
            ];
            if (ranges.Length > 0)
                steps[step] = ranges;
        }
        return steps;
    }

    private static LineRange Range(JsonElement location)
    {
        var ranges = Items(Find(location, "ranges"))
            .Select(x => (First: Number(Find(x, "start", "line")) ?? 0, Last: Number(Find(x, "end", "line")) ?? 0))
            .Where(x => x.First > 0)
            .ToArray();
        return ranges.Length == 0 ? default : new LineRange(ranges.Min(x => x.First), ranges.Max(x => Math.Max(x.First, x.Last)));
    }

    private string? Source()
    {
        foreach (var info in Items(Find(_facts, "source", "infos")))
            if (Find(info, "data") is { ValueKind: JsonValueKind.String } data && data.TryGetBytesFromBase64(out var bytes))
                return Encoding.UTF8.GetString(bytes);
        return null;
    }

    private static IEnumerable<string> BuildArgs(JsonElement? parameters) =>
        Properties(parameters)
            .Where(x => x.Name.StartsWith("build-arg:", StringComparison.Ordinal))
            .Select(x => $"{x.Name["build-arg:".Length..]}={Text(x.Value)}");
}
