using System.Text;
using System.Text.Json;
using Nuke.DockerSlim.Dockerfiles;
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
    /// The origins of the image's layers, the lowest first; none when they cannot be told. Each step makes one layer, if it is an empty one, on those of
    /// the base image; how many these are follows from any chain of layers that is told, as it ends with its step's. Not every chain is: where a
    /// step equals one of another build's that runs at the same time (the same base under another name is enough), only one of the two is told.
    /// </summary>
    public IReadOnlyList<LayerOrigin> LayerOrigins()
    {
        var steps = _graph.ImageSteps;
        if (steps.Count == 0)
            return [];
        var ownStart = _graph.MakesOneLayer(steps[0]) ? 1 : 0;
        var lengths = ChainLengths();
        var inBase = steps.Index().SelectMany(x => lengths[x.Item].Select(length => length - x.Index - ownStart)).ToHashSet();
        if (ownStart > 0)
            inBase.Add(0);
        // Where chains do not agree with each other nothing is known, which is better than something wrong.
        return inBase.Count == 1 && inBase.Single() is >= 0 and var count
            ? [.. Enumerable.Repeat(steps[0], count).Concat(steps.Skip(1 - ownStart)).Select(Origin)]
            : [];
    }

    private LayerOrigin Origin(string step)
    {
        var fromBase = _graph.TakesImage(step);
        if (!_ranges.TryGetValue(step, out var ranges))
            return LayerOrigin.Unknown with { FromBase = fromBase };
        var stage = Dockerfile?.Find(Stage);
        var chain = stage?.Chain.Select(x => x.Index).ToArray() ?? [];
        // Stages that say the same share the step: the line is that of a stage which the image is made of. An image that is started with
        // may be copied from as well; its layers are the FROM line's.
        var range = ranges
            .Select(x => (Range: x, Instruction: Dockerfile?.At(x.First)))
            .OrderBy(x => x.Instruction is { } instruction && chain.Contains(instruction.Stage))
            .ThenBy(x => !fromBase || x.Instruction?.Keyword == "FROM")
            .ThenBy(x => x.Range.First)
            .Last()
            .Range;
        return new LayerOrigin(fromBase, range.First, range.Last, Dockerfile?.At(range.First)?.Text);
    }

    /// <summary>The lengths of each step's chains, its own layer included; the builder says none or an empty one where it keeps no layers.</summary>
    private ILookup<string, int> ChainLengths() =>
        Properties(Find(_facts, "layers"))
            .SelectMany(x => Items(x.Value).Select(chain => (Step: x.Name.Split(':')[0], Length: Items(chain).Count())))
            .Where(x => x.Length > 0)
            .ToLookup(x => x.Step, x => x.Length);

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
