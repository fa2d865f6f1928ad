using System.Buffers;
using System.Text.Json;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// The documents by which a report hangs on an image (OCI image specification 1.1: manifest with <c>subject</c>, guidance for artifacts; distribution
/// specification 1.1: referrers tag schema).
/// </summary>
internal static class ReportArtifact
{
    /// <summary>What the artifact is, and what its one layer is.</summary>
    public const string Type = "application/vnd.nuke-dockerslim.report.v1+json";

    /// <summary>What its second layer is: the images before, by tag. A version that does not know it reads the report all the same.</summary>
    public const string HistoryType = "application/vnd.nuke-dockerslim.history.v1+json";

    /// <summary>The config of an artifact that needs none.</summary>
    public const string EmptyType = "application/vnd.oci.empty.v1+json";

    /// <summary>When the report's figures were taken, RFC 3339.</summary>
    public const string Created = "org.opencontainers.image.created";

    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    private const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>That config's content.</summary>
    public static byte[] Empty => "{}"u8.ToArray();

    /// <summary>The artifact's manifest.</summary>
    /// <param name="subject">The image's manifest.</param>
    /// <param name="blobs">The report's blob, and others.</param>
    /// <param name="empty">The config's digest.</param>
    /// <param name="created">When its figures were taken.</param>
    public static byte[] ToManifest(Descriptor subject, IReadOnlyList<Descriptor> blobs, Digest empty, DateTimeOffset created) =>
        Write(json =>
        {
            json.WriteNumber("schemaVersion", 2);
            json.WriteString("mediaType", Manifest);
            json.WriteString("artifactType", Type);
            json.WritePropertyName("config");
            Write(json, new Descriptor(EmptyType, empty, Empty.Length));
            json.WriteStartArray("layers");
            foreach (var blob in blobs)
                Write(json, blob);
            json.WriteEndArray();
            json.WritePropertyName("subject");
            Write(json, subject);
            WriteNotes(json, created);
        });

    /// <summary>The index under the tag that stands in for the referrers API: what hung there before, less older reports, and this one.</summary>
    /// <param name="before">The index as it is; null when there is none.</param>
    /// <param name="artifact">The artifact's manifest.</param>
    /// <param name="created">When the report's figures were taken.</param>
    /// <exception cref="JsonException">The index is no JSON.</exception>
    public static byte[] ToIndex(byte[]? before, Descriptor artifact, DateTimeOffset created)
    {
        using var index = before is null ? null : JsonDocument.Parse(before);
        var others =
            index is not null
            && index.RootElement.TryGetProperty("manifests", out var manifests)
            && manifests.ValueKind == JsonValueKind.Array
                ? manifests.EnumerateArray().Where(x => !IsReport(x)).ToArray()
                : [];
        return Write(json =>
        {
            json.WriteNumber("schemaVersion", 2);
            json.WriteString("mediaType", Index);
            json.WriteStartArray("manifests");
            foreach (var other in others)
                other.WriteTo(json);
            json.WriteStartObject();
            WriteFields(json, artifact);
            json.WriteString("artifactType", Type);
            WriteNotes(json, created);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    /// <summary>The artifacts that an index of referrers names, the newest first.</summary>
    /// <param name="referrers">The index: the API's answer, or what lies under the tag.</param>
    /// <returns>None where it is no such index.</returns>
    public static IReadOnlyList<Digest> Reports(byte[] referrers)
    {
        try
        {
            using var index = JsonDocument.Parse(referrers);
            return index.RootElement.TryGetProperty("manifests", out var manifests) && manifests.ValueKind == JsonValueKind.Array
                ?
                [
                    .. manifests
                        .EnumerateArray()
                        .Where(IsReport)
                        .OrderByDescending(CreatedAt, StringComparer.Ordinal)
                        .Select(x => Digest.TryParse(Text(x, "digest")))
                        .OfType<Digest>(),
                ]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static bool IsReport(JsonElement descriptor) => Text(descriptor, "artifactType") == Type;

    private static string CreatedAt(JsonElement descriptor) =>
        descriptor.TryGetProperty("annotations", out var notes) ? Text(notes, Created) ?? "" : "";

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static byte[] Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Descriptor descriptor)
    {
        json.WriteStartObject();
        WriteFields(json, descriptor);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Descriptor descriptor)
    {
        json.WriteString("mediaType", descriptor.MediaType);
        json.WriteString("digest", descriptor.Digest.Value);
        json.WriteNumber("size", descriptor.Length);
    }

    // In UTC, so that texts sort as times do.
    private static void WriteNotes(Utf8JsonWriter json, DateTimeOffset created)
    {
        json.WriteStartObject("annotations");
        json.WriteString(Created, created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>What names a blob or a manifest.</summary>
    /// <param name="MediaType">What it is.</param>
    /// <param name="Digest">Its digest.</param>
    /// <param name="Length">Its bytes.</param>
    internal readonly record struct Descriptor(string MediaType, Digest Digest, long Length);
}
