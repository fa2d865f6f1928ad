using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Attesting;

/// <summary>
/// BuildKit's own provenance, as buildx wrote it into its metadata file: SLSA v0.2, or v1 from builders that write that. All builds here ask for all of it
/// (<c>mode=max</c>); <c>mode=min</c> leaves out what BuildKit leaves out then (moby/buildkit docs/attestations/slsa-provenance.md).
/// </summary>
internal static class ProvenancePredicate
{
    private const string Key = "buildx.build.provenance";
    private const string Metadata = "https://mobyproject.org/buildkit@v1#metadata";

    // What a run was given, and what of the Dockerfile and of the machine is told.
    private static readonly string[] GivenPrefixes = ["build-arg:", "label:"];
    private static readonly string[] Rich = ["source", "layers", "sysUsage"];

    /// <summary>The predicate and its type; null where the builder wrote none.</summary>
    /// <param name="metadata">The metadata file's text; null when there is none.</param>
    /// <param name="isFull">Whether all of it is wanted.</param>
    public static (string Type, JsonObject Predicate)? Of(string? metadata, bool isFull)
    {
        if (Find(metadata) is not { } predicate)
            return null;
        var isNew = predicate.ContainsKey("buildDefinition");
        if (!isFull)
            if (isNew)
                LessenV1(predicate);
            else
                LessenV02(predicate);
        return (isNew ? "https://slsa.dev/provenance/v1" : "https://slsa.dev/provenance/v0.2", predicate);
    }

    private static JsonObject? Find(string? metadata)
    {
        try
        {
            // Of a build for one of several platforms the key has the platform behind it.
            return metadata is null
                ? null
                : (JsonNode.Parse(metadata) as JsonObject)
                    ?.Where(x => x.Key == Key || x.Key.StartsWith(Key + "/", StringComparison.Ordinal))
                    .Select(x => x.Value?.DeepClone() as JsonObject)
                    .FirstOrDefault();
        }
        catch (JsonException)
        {
            // As good as none: the one who asked for it is told.
            return null;
        }
    }

    private static void LessenV02(JsonObject predicate)
    {
        predicate.Remove("buildConfig");
        LessenRequest(Part(predicate, "invocation", "parameters"), Part(predicate, "metadata", "completeness"), "parameters");
        LessenMetadata(Part(predicate, "metadata", Metadata));
    }

    private static void LessenV1(JsonObject predicate)
    {
        Part(predicate, "buildDefinition", "internalParameters")?.Remove("buildConfig");
        var metadata = Part(predicate, "runDetails", "metadata");
        LessenRequest(
            Part(predicate, "buildDefinition", "externalParameters", "request"),
            metadata?["buildkit_completeness"] as JsonObject,
            "request"
        );
        LessenMetadata(metadata?["buildkit_metadata"] as JsonObject);
    }

    private static void LessenRequest(JsonObject? request, JsonObject? completeness, string field)
    {
        if (request is null)
            return;
        var isLess = request.Remove("secrets") | request.Remove("ssh");
        if (request["args"] is JsonObject arguments)
            foreach (var name in arguments.Select(x => x.Key).Where(IsGiven).ToArray())
                isLess |= arguments.Remove(name);
        if (isLess && completeness is not null)
            completeness[field] = false;
    }

    private static void LessenMetadata(JsonObject? metadata)
    {
        foreach (var name in Rich)
            metadata?.Remove(name);
    }

    private static bool IsGiven(string name) => GivenPrefixes.Any(x => name.StartsWith(x, StringComparison.Ordinal));

    private static JsonObject? Part(JsonObject? parent, params string[] names)
    {
        foreach (var name in names)
            parent = parent?[name] as JsonObject;
        return parent;
    }
}
