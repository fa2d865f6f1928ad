using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Docker.DotNet.Json;

/// <summary>The engine writes a moment as ISO 8601 text or as whole seconds since 1970, depending on the endpoint.</summary>
internal sealed class EngineDateTimeJsonConverter : JsonConverter<DateTime>
{
    public override bool HandleNull => true;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var moment = reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.Number => DateTime.UnixEpoch.AddSeconds(reader.GetInt64()),
            _ => DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        };
        // Go's "never", the first instant of year 1, is the default here: without a kind, as if it had not been sent.
        return moment.Ticks == 0 ? default : moment;
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));
}
