using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Json;

/// <summary>Null and no text leave the default; other text is parsed, and every number but zero is true.</summary>
internal sealed class TolerantBooleanJsonConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => false,
            JsonTokenType.String => Parse(reader.GetString()),
            JsonTokenType.Number => reader.GetDouble() != 0,
            _ => reader.GetBoolean(),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);

    private static bool Parse(string text) =>
        text.Length == 0 ? false
        : bool.TryParse(text, out var value) ? value
        : throw new JsonException($"'{text}' is neither true nor false.");
}
