using System.Text.Json;

namespace Nuke.DockerSlim.Inventory;

/// <summary>Reads JSON files of an image, which anybody may have written.</summary>
internal static class JsonContent
{
    private const int ByteOrderMark = 3;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads an object.</summary>
    /// <param name="content">The file.</param>
    /// <param name="read">Takes from it what is wanted.</param>
    /// <returns>What was taken; where it is no JSON object, that it is none.</returns>
    public static FileDetails Read(ReadOnlyMemory<byte> content, Func<JsonElement, FileDetails> read)
    {
        if (content.Span.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            content = content[ByteOrderMark..];
        try
        {
            using var document = JsonDocument.Parse(content, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : FileDetails.Unread("is no JSON object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: a text with half a surrogate pair, which only its reading shows.
            return FileDetails.Unread("is no JSON, or is cut off");
        }
    }

    /// <summary>A text field; null where there is none.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The field.</param>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The fields of an object in a field; none where there is no object.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The field.</param>
    public static IEnumerable<JsonProperty> Fields(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
            : [];

    /// <summary>A field of an object; null where there is none.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The field.</param>
    public static JsonElement? Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The items of a list in a field; none where there is no list.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The field.</param>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Field(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>Whether a field is true.</summary>
    /// <param name="element">The object.</param>
    /// <param name="name">The field.</param>
    public static bool IsTrue(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
