using Nuke.DockerSlim.Dockerfiles;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Building;

/// <summary>What a builder's provenance tells of the image that it made.</summary>
internal sealed class Provenance
{
    private const string BuildArg = "build-arg:";

    private readonly ProvenanceDocument _document;
    private readonly StepGraph _graph;

    /// <summary>Takes it from the document.</summary>
    /// <param name="document">The document.</param>
    public Provenance(ProvenanceDocument document)
    {
        _document = document;
        _graph = new StepGraph(document.Steps ?? []);
        Stage = document.Arguments.FirstOrDefault(x => x.Name == "target").Value;
        if (document.Source is { } source)
            Dockerfile = Dockerfile.Parse(source, BuildArgs(document));
    }

    /// <summary>The Dockerfile as the builder read it; null when it does not say it.</summary>
    public Dockerfile? Dockerfile { get; }

    /// <summary>The stage that was asked for; null when none was.</summary>
    public string? Stage { get; }

    /// <summary>The instructions of each vertex that has any.</summary>
    public IEnumerable<(string Vertex, IReadOnlyList<LineRange> Ranges)> VertexRanges =>
        _document.Vertices.Select(x => (x.Vertex, Ranges: _document.Places(x.Step))).Where(x => x.Ranges.Count > 0);

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
        var ranges = _document.Places(step);
        if (ranges.Count == 0)
            return LayerOrigin.Unknown with { FromBase = fromBase };
        var stage = Dockerfile?.Find(Stage);
        var chain = stage?.Chain().Select(x => x.Index).ToArray() ?? [];
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
        _document
            .Layers.SelectMany(x => Items(x.Chains).Select(chain => (Step: x.Output.Split(':')[0], Length: Items(chain).Count())))
            .Where(x => x.Length > 0)
            .ToLookup(x => x.Step, x => x.Length);

    private static IEnumerable<string> BuildArgs(ProvenanceDocument document) =>
        document
            .Arguments.Where(x => x.Name.StartsWith(BuildArg, StringComparison.Ordinal))
            .Select(x => $"{x.Name[BuildArg.Length..]}={x.Value}");
}
