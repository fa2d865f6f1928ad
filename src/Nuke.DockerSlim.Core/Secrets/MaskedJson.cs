using System.Text;
using System.Text.Json;

namespace Nuke.DockerSlim.Secrets;

/// <summary>JSON with stars in the place of secrets; everything that is no text stays, so that it can be read as before.</summary>
internal static class MaskedJson
{
    // The Dockerfile in a builder's metadata: a file of the user's, which could not be read any more.
    private const string Source = "data";

    /// <summary>The JSON without secrets; the same where there are none in it, or it is no JSON.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="mask">What masks them.</param>
    public static string Of(string text, SecretMask mask)
    {
        if (ReferenceEquals(mask.Apply(text), text))
            return text;
        try
        {
            using var json = JsonDocument.Parse(text);
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
                Write(json.RootElement, mask, writer);
            return Encoding.UTF8.GetString(buffer.ToArray());
        }
        catch (JsonException)
        {
            return mask.Apply(text);
        }
    }

    private static void Write(JsonElement element, SecretMask mask, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(mask.Apply(property.Name));
                    if (property.NameEquals(Source))
                        property.Value.WriteTo(writer);
                    else
                        Write(property.Value, mask, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, mask, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(mask.Apply(element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
