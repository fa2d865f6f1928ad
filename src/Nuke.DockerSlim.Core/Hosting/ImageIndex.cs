using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>The index of an image of several platforms (OCI image specification: image index).</summary>
internal static class ImageIndex
{
    /// <summary>What an index names, to be taken over as it is: its images, and what is stated about them.</summary>
    /// <param name="content">The index.</param>
    public static IEnumerable<JsonObject> Entries(byte[] content) =>
        JsonNode.Parse(content)!["manifests"]!.AsArray().Select(x => x!.DeepClone().AsObject());

    /// <summary>An image of one platform.</summary>
    /// <param name="mediaType">What its manifest is.</param>
    /// <param name="digest">The manifest.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="platform">The platform, such as <c>linux/arm/v7</c>.</param>
    public static JsonObject Entry(string mediaType, Digest digest, int length, string platform)
    {
        var parts = platform.Split('/');
        var named = new JsonObject { ["architecture"] = parts[1], ["os"] = parts[0] };
        if (parts.Length > 2)
            named["variant"] = parts[2];
        return new JsonObject
        {
            ["mediaType"] = mediaType,
            ["digest"] = digest.Value,
            ["size"] = length,
            ["platform"] = named,
        };
    }

    /// <summary>The index; Docker's own form where all it names is of that, and it has no annotations, which that form does not know.</summary>
    /// <param name="entries">What it names.</param>
    /// <param name="annotations">Its annotations.</param>
    public static byte[] Write(IReadOnlyList<JsonObject> entries, IReadOnlyDictionary<string, string> annotations)
    {
        var index = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] =
                annotations.Count == 0 && entries.All(x => (string?)x["mediaType"] == MediaTypes.DockerManifest)
                    ? MediaTypes.DockerList
                    : MediaTypes.OciIndex,
            ["manifests"] = new JsonArray([.. entries]),
        };
        if (annotations.Count > 0)
            index["annotations"] = new JsonObject(annotations.Select(x => KeyValuePair.Create(x.Key, (JsonNode?)x.Value)));
        return JsonSerializer.SerializeToUtf8Bytes(index, NodeJson.Default.JsonObject);
    }
}
