using System.Text.Json;

namespace Nuke.DockerSlim.Contexts;

/// <summary>Ways through JSON of which any part may be missing.</summary>
internal static class ProvenanceJson
{
    /// <summary>What lies under names, one in the other; null when one is missing.</summary>
    public static JsonElement? Find(this JsonElement? parent, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            parent = parent is { ValueKind: JsonValueKind.Object } x && x.TryGetProperty(name, out var child) ? child : null;
        return parent;
    }

    /// <inheritdoc cref="Find(JsonElement?, ReadOnlySpan{string})" />
    public static JsonElement? Find(this JsonElement parent, params ReadOnlySpan<string> path) => Find((JsonElement?)parent, path);

    /// <summary>A step's operation of a kind; null when it is of another.</summary>
    public static JsonElement? Operation(this JsonElement step, string kind) => step.Find("op", "Op", kind);

    /// <summary>A text; null when it is missing or something else.</summary>
    public static string? Text(this JsonElement? parent, string name) => parent.Find(name)?.AsText();

    /// <summary>The value as a text; null when it is none.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <inheritdoc cref="Text(JsonElement?, string)" />
    public static string? Text(this JsonElement parent, string name) => Text((JsonElement?)parent, name);

    /// <summary>A whole number; null when it is missing or something else.</summary>
    public static long? Number(this JsonElement? parent, string name) =>
        parent.Find(name) is { ValueKind: JsonValueKind.Number } x && x.TryGetInt64(out var number) ? number : null;

    /// <inheritdoc cref="Number(JsonElement?, string)" />
    public static long? Number(this JsonElement parent, string name) => Number((JsonElement?)parent, name);

    /// <summary>A list's items; none when it is missing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } x ? x.EnumerateArray() : [];

    /// <summary>An object's properties; none when it is missing.</summary>
    public static IEnumerable<JsonProperty> Properties(this JsonElement? parent) =>
        parent is { ValueKind: JsonValueKind.Object } x ? x.EnumerateObject() : [];
}
