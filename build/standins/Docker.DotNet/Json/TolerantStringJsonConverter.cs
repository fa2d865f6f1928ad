using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Json;

/// <summary>Takes a number or a boolean for text, as the real package's serializer does.</summary>
internal sealed class TolerantStringJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.HasValueSequence ? JoinSegments(reader) : reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => reader.GetString(),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static ReadOnlySpan<byte> JoinSegments(Utf8JsonReader reader)
    {
        var joined = new byte[reader.ValueSequence.Length];
        var written = 0;
        foreach (var segment in reader.ValueSequence)
        {
            segment.Span.CopyTo(joined.AsSpan(written));
            written += segment.Length;
        }

        return joined;
    }
}
