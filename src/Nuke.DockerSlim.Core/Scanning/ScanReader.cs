using System.Text.Json;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Scanning;

/// <summary>Reads what trivy (schema 2, <c>Results[].Vulnerabilities[]</c>) and grype (<c>matches[]</c>) write as JSON.</summary>
internal static class ScanReader
{
    /// <summary>The vulnerabilities; what is told twice of a package counts once.</summary>
    /// <param name="output">What the scanner wrote.</param>
    /// <exception cref="InvalidDataException">It is neither's report.</exception>
    public static IReadOnlyList<FoundVulnerability> Read(ReadOnlyMemory<byte> output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            var root = json.RootElement;
            var found =
                root.ValueKind != JsonValueKind.Object ? throw new InvalidDataException("It is no JSON object.")
                // Of an image without packages trivy writes no results.
                : root.TryGetProperty("SchemaVersion", out _)
                    ? Items(root, "Results").SelectMany(x => Items(x, "Vulnerabilities")).Select(OfTrivy)
                : root.TryGetProperty("matches", out _) ? Items(root, "matches").Select(OfGrype)
                : throw new InvalidDataException("It has neither Results nor matches.");
            return [.. found.Distinct()];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("It is no JSON, or is cut off.", e);
        }
    }

    private static FoundVulnerability OfTrivy(JsonElement item) =>
        new(
            Text(item, "VulnerabilityID") ?? "unnamed",
            Severity(Text(item, "Severity")),
            Text(item, "PkgName") ?? "",
            Text(item, "InstalledVersion") ?? "",
            Text(item, "FixedVersion"),
            Text(Part(item, "Layer"), "DiffID")
        );

    private static FoundVulnerability OfGrype(JsonElement item)
    {
        var (vulnerability, artifact) = (Part(item, "vulnerability"), Part(item, "artifact"));
        var mended = Items(Part(vulnerability, "fix"), "versions")
            .Where(x => x.ValueKind == JsonValueKind.String)
            .Select(x => x.GetString());
        return new(
            Text(vulnerability, "id") ?? "unnamed",
            Severity(Text(vulnerability, "severity")),
            Text(artifact, "name") ?? "",
            Text(artifact, "version") ?? "",
            string.Join(", ", mended) is { Length: > 0 } versions ? versions : null,
            Items(artifact, "locations").Select(x => Text(x, "layerID")).FirstOrDefault(x => x is not null)
        );
    }

    // Both name them alike, in other letters.
    private static VulnerabilitySeverity Severity(string? text) =>
        Enum.TryParse<VulnerabilitySeverity>(text, ignoreCase: true, out var severity) && Enum.IsDefined(severity)
            ? severity
            : VulnerabilitySeverity.Unknown;

    private static JsonElement Part(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Part(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) =>
        Part(element, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;
}
