using System.Text.Json;
using static Nuke.DockerSlim.Building.JsonFields;

namespace Nuke.DockerSlim.Building;

/// <summary>The steps of a build as BuildKit's provenance lists them (BuildKit, <c>solver/pb/ops.proto</c>), and what each stands on.</summary>
internal sealed class StepGraph
{
    private readonly Dictionary<string, JsonElement> _steps = [];
    private readonly string? _last;

    /// <summary>Takes in the steps, in the order they are listed: the last is the result.</summary>
    /// <param name="steps">The entries of <c>llbDefinition</c>.</param>
    public StepGraph(IEnumerable<JsonElement> steps)
    {
        foreach (var step in steps)
            _steps[_last = Text(step, "id") ?? ""] = step;
    }

    /// <summary>How many there are.</summary>
    public int Count => _steps.Count;

    /// <summary>The ids of the steps that others need. What has no operation is the end of the build: it only names the step with the result.</summary>
    public IReadOnlySet<string> Inputs => _steps.Values.Where(x => Properties(Find(x, "op", "Op")).Any()).SelectMany(InputsOf).ToHashSet();

    /// <summary>The steps that the image is made of, the lowest first: that which takes the base image, then those that change files.</summary>
    public IReadOnlyList<string> ImageSteps
    {
        get
        {
            var steps = new List<string>();
            for (var id = _last; id is not null && _steps.TryGetValue(id, out var step) && steps.Count <= _steps.Count; id = Below(step))
                if (Properties(Find(step, "op", "Op")).Any())
                    steps.Insert(0, id);
            return steps;
        }
    }

    /// <summary>Whether a step takes an image from outside.</summary>
    /// <param name="id">The step.</param>
    public bool TakesImage(string id) =>
        _steps.TryGetValue(id, out var step)
        && Text(Find(step, "op", "Op", "source", "identifier")) is { } identifier
        && (
            identifier.StartsWith("docker-image://", StringComparison.Ordinal)
            || identifier.StartsWith("oci-layout://", StringComparison.Ordinal)
        );

    /// <summary>The step whose files a step changes; null where it starts with nothing. Its other inputs are only copied from or mounted.</summary>
    private static string? Below(JsonElement step)
    {
        var operation = Find(step, "op", "Op");
        var index =
            Find(operation, "file") is { } file ? Number(Find(Items(Find(file, "actions")).Cast<JsonElement?>().FirstOrDefault(), "input"))
            : Find(operation, "exec") is { } exec
                ? Number(Find(Items(Find(exec, "mounts")).Cast<JsonElement?>().FirstOrDefault(x => Text(Find(x, "dest")) == "/"), "input"))
            : 0;
        // Zero is left out of the JSON; nothing is -1.
        return index is < 0 ? null : InputsOf(step).ElementAtOrDefault(index ?? 0);
    }

    private static IEnumerable<string> InputsOf(JsonElement step) => Items(Find(step, "inputs")).Select(x => Text(x)?.Split(':')[0] ?? "");
}
