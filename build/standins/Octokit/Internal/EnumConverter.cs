using System.Text.Json;
using System.Text.Json.Serialization;

namespace Octokit.Internal;

/// <summary>Bare enums and <see cref="StringEnum{TEnum}"/>, both by their wire text.</summary>
internal sealed class EnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum || IsStringEnum(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(
                IsStringEnum(typeToConvert)
                    ? typeof(Tolerant<>).MakeGenericType(typeToConvert.GetGenericArguments())
                    : typeof(Strict<>).MakeGenericType(typeToConvert)
            );

    private static bool IsStringEnum(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StringEnum<>);

    private sealed class Tolerant<TEnum> : JsonConverter<StringEnum<TEnum>>
        where TEnum : struct
    {
        public override StringEnum<TEnum> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            // As the real package does: a null is the text "null", an empty text an error.
            new(reader.GetString() ?? "null");

        public override void Write(Utf8JsonWriter writer, StringEnum<TEnum> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.StringValue);
    }

    private sealed class Strict<TEnum> : JsonConverter<TEnum>
        where TEnum : struct
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is var text && WireText.TryParse(typeof(TEnum), text, out var value)
                ? (TEnum)value
                : throw new ArgumentException($"Requested value '{text}' was not found.");

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WireText.Of((Enum)(object)value));
    }
}
