using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Values;

/// <summary>Sizes are plain numbers of bytes in JSON; the property's name ends in <c>Bytes</c>.</summary>
internal sealed class ByteSizeJsonConverter : JsonConverter<ByteSize>
{
    public override ByteSize Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, ByteSize value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Bytes);
}
