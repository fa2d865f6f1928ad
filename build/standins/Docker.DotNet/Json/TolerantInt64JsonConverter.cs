using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Json;

/// <summary>Null leaves the default; text is parsed, a fraction rounded, and a boolean counts as one or zero.</summary>
internal sealed class TolerantInt64JsonConverter : JsonConverter<long>
{
    public override bool HandleNull => true;

    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null or JsonTokenType.False => 0,
            JsonTokenType.True => 1,
            JsonTokenType.String => Parse(reader.GetString()),
            _ => reader.TryGetInt64(out var whole) ? whole : Round(reader.GetDouble()),
        };

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    private static long Parse(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException($"'{text}' is not a whole number.");

    private static long Round(double value) =>
        Math.Abs(value) < long.MaxValue ? Convert.ToInt64(value) : throw new JsonException($"{value} is too large for 64 bits.");
}
