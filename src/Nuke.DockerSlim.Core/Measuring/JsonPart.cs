using System.Text.Json;

namespace Nuke.DockerSlim.Measuring;

/// <summary>A part of somebody else's JSON, asked without throwing: what is missing or of another kind is null.</summary>
/// <param name="element">The part; null where there is none.</param>
internal readonly struct JsonPart(JsonElement? element)
{
    /// <summary>Whether there is something.</summary>
    public bool Exists => element is { ValueKind: not JsonValueKind.Null };

    /// <summary>Whether it is a list.</summary>
    public bool IsList => element is { ValueKind: JsonValueKind.Array };

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => element is { ValueKind: JsonValueKind.Object };

    /// <summary>Whether it is true.</summary>
    public bool IsTrue => element is { ValueKind: JsonValueKind.True };

    /// <summary>A property of an object.</summary>
    /// <param name="name">Its name.</param>
    public JsonPart this[string name] =>
        new(element is { ValueKind: JsonValueKind.Object } x && x.TryGetProperty(name, out var child) ? child : null);

    /// <summary>The items of a list; of anything else none.</summary>
    public IEnumerable<JsonPart> Items =>
        element is { ValueKind: JsonValueKind.Array } x ? x.EnumerateArray().Select(y => new JsonPart(y)) : [];

    /// <summary>The text; null where it is none.</summary>
    public string? Text
    {
        get
        {
            try
            {
                return element is { ValueKind: JsonValueKind.String } x ? x.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                // Bytes that are no UTF-8, or half of a surrogate pair.
                return null;
            }
        }
    }

    /// <summary>The whole number; null where it is none.</summary>
    public long? Number => element is { ValueKind: JsonValueKind.Number } x && x.TryGetInt64(out var number) ? number : null;

    /// <summary>Reads JSON.</summary>
    /// <typeparam name="T">What is made of it.</typeparam>
    /// <param name="content">The bytes.</param>
    /// <param name="what">What it should be, for the message.</param>
    /// <param name="read">Makes it; nothing of the document may be kept.</param>
    /// <exception cref="UnusableImageException">It is no JSON object.</exception>
    public static T Read<T>(byte[] content, string what, Func<JsonPart, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return read(new JsonPart(document.RootElement));
        }
        catch (JsonException e)
        {
            throw new UnusableImageException($"holds {what} that is no JSON", e);
        }
        catch (InvalidOperationException e)
        {
            // The name of a property that is no UTF-8.
            throw new UnusableImageException($"holds {what} that is no valid JSON", e);
        }
    }
}
