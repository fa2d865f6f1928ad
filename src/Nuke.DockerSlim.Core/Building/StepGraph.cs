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

    /// <summary>
    /// The steps that the image is made of, the lowest first: what it starts with, where that is not nothing, then those that change files, a layer
    /// each. None where one is of another kind, so that nobody knows how many layers it makes.
    /// </summary>
    public IReadOnlyList<string> ImageSteps
    {
        get
        {
            var steps = new List<string>();
            // What has no operation is the end of the build: it only names the step with the result.
            var id = _last is not null && Kind(_steps[_last]) is null ? Below(_steps[_last]) : _last;
            while (id is not null)
            {
                if (!_steps.TryGetValue(id, out var step) || steps.Contains(id))
                    return [];
                steps.Insert(0, id);
                if (!MakesOneLayer(step))
                    return IsStart(step) ? steps : [];
                id = Below(step);
            }
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

    /// <summary>Whether a step puts one layer on what it starts with. Other steps bring as many layers as they have.</summary>
    /// <param name="id">The step.</param>
    public bool MakesOneLayer(string id) => _steps.TryGetValue(id, out var step) && MakesOneLayer(step);

    // A merge is COPY --link: what it puts on its first input is one step on nothing.
    private bool MakesOneLayer(JsonElement step) =>
        Kind(step) switch
        {
            "file" or "exec" => true,
            "merge" => InputsOf(step).Skip(1).ToArray() is [var linked]
                && _steps.TryGetValue(linked, out var other)
                && Kind(other) == "file"
                && Below(other) is null,
            _ => false,
        };

    private static bool IsStart(JsonElement step) => Kind(step) is "source" or "build" && !InputsOf(step).Any();

    private static string? Kind(JsonElement step) => Properties(Find(step, "op", "Op")).FirstOrDefault().Name;

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
