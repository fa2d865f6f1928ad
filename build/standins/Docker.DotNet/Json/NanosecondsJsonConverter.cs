using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Json;

/// <summary>A duration in whole nanoseconds; reading keeps milliseconds, as the real package does.</summary>
internal sealed class NanosecondsJsonConverter : JsonConverter<TimeSpan>
{
    private const long PerMillisecond = 1_000_000;

    public override bool HandleNull => true;

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : TimeSpan.FromMilliseconds(reader.GetInt64() / PerMillisecond, 0);

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)(value.TotalMilliseconds * PerMillisecond));
}
