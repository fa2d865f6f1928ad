using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.DockerSlim.Measuring;
using Nuke.DockerSlim.Publishing;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// Statements about an image as BuildKit keeps them in an index (moby/buildkit docs/attestations/attestation-storage.md): a manifest of no platform, whose layers are
/// the statements, and whose entry names the image.
/// </summary>
internal static class AttestationManifest
{
    /// <summary>What a statement is.</summary>
    public const string StatementType = "application/vnd.in-toto+json";

    /// <summary>What its config is, an image's that is of no platform.</summary>
    public const string ConfigType = "application/vnd.oci.image.config.v1+json";

    private const string Subject = "vnd.docker.reference.digest";
    private const string Kind = "vnd.docker.reference.type";
    private const string Attestation = "attestation-manifest";
    private const string PredicateType = "in-toto.io/predicate-type";
    private const string Mode = "vnd.nuke-dockerslim.provenance-mode";
    private const string Nothing = "unknown";

    /// <summary>The config: the statements' digests where an image's has diff ids.</summary>
    /// <param name="statements">The statements.</param>
    public static byte[] Config(IEnumerable<ImageStatement> statements) =>
        Bytes(
            new JsonObject
            {
                ["architecture"] = Nothing,
                ["os"] = Nothing,
                ["config"] = new JsonObject(),
                ["rootfs"] = new JsonObject
                {
                    ["type"] = "layers",
                    ["diff_ids"] = new JsonArray([.. statements.Select(x => JsonValue.Create(BlobText.DigestOf(x.Content).Value))]),
                },
            }
        );

    /// <summary>The manifest.</summary>
    /// <param name="config">Its config.</param>
    /// <param name="statements">The statements.</param>
    public static byte[] Write(byte[] config, IEnumerable<ImageStatement> statements) =>
        Bytes(
            new JsonObject
            {
                ["schemaVersion"] = 2,
                ["mediaType"] = MediaTypes.OciManifest,
                ["config"] = Descriptor(ConfigType, config),
                ["layers"] = new JsonArray([.. statements.Select(Layer)]),
            }
        );

    /// <summary>Its entry in the index.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="image">The image that it is about.</param>
    public static JsonObject Entry(byte[] manifest, Digest image)
    {
        var entry = Descriptor(MediaTypes.OciManifest, manifest);
        entry["annotations"] = new JsonObject { [Subject] = image.Value, [Kind] = Attestation };
        entry["platform"] = new JsonObject { ["architecture"] = Nothing, ["os"] = Nothing };
        return entry;
    }

    /// <summary>The image that an entry's statements are about; null where it has none.</summary>
    /// <param name="entry">The entry of an index.</param>
    public static string? SubjectOf(JsonObject entry) =>
        Text(entry["annotations"], Kind) == Attestation ? Text(entry["annotations"], Subject) ?? "" : null;

    /// <summary>What is stated in a manifest: each statement's type, and its mode where it has one.</summary>
    /// <param name="manifest">The manifest.</param>
    public static IEnumerable<string> Kinds(byte[] manifest) =>
        JsonNode.Parse(manifest)?["layers"] is JsonArray layers
            ? layers.Select(x => $"{Text(x?["annotations"], PredicateType)} {Text(x?["annotations"], Mode)}".TrimEnd())
            : [];

    private static JsonNode Layer(ImageStatement statement)
    {
        var layer = Descriptor(StatementType, statement.Content);
        var annotations = new JsonObject { [PredicateType] = statement.PredicateType };
        if (statement.Mode is { } mode)
            annotations[Mode] = mode;
        layer["annotations"] = annotations;
        return layer;
    }

    private static JsonObject Descriptor(string type, byte[] content) =>
        new()
        {
            ["mediaType"] = type,
            ["digest"] = BlobText.DigestOf(content).Value,
            ["size"] = content.Length,
        };

    private static string? Text(JsonNode? parent, string name) =>
        parent is JsonObject fields && fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, NodeJson.Default.JsonObject);
}
