using System.Text.Json;

namespace Nuke.DockerSlim.Building;

/// <summary>Fields of JSON that another program wrote: what is missing or of another kind is nothing.</summary>
internal static class JsonFields
{
    /// <summary>A field below an element; null when any on the way is missing.</summary>
    /// <param name="parent">The element.</param>
    /// <param name="path">The names on the way.</param>
    public static JsonElement? Find(JsonElement? parent, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            parent = parent is { ValueKind: JsonValueKind.Object } x && x.TryGetProperty(name, out var child) ? child : null;
        return parent;
    }

    /// <summary>A text; null when it is none.</summary>
    public static string? Text(JsonElement parent, string name) => Text(Find(parent, name));

    /// <summary>A text; null when it is none.</summary>
    public static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } x ? x.GetString() : null;

    /// <summary>A whole number; null when it is none.</summary>
    public static int? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } x && x.TryGetInt32(out var number) ? number : null;

    /// <summary>The items of a list; none when it is no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } x ? x.EnumerateArray() : [];

    /// <summary>The fields of an object; none when it is no object.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Properties(JsonElement? parent) =>
        parent is { ValueKind: JsonValueKind.Object } x ? x.EnumerateObject().Select(p => (p.Name, p.Value)) : [];
}
