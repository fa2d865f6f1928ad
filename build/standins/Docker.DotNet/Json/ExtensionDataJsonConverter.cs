using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace Docker.DotNet.Json;

/// <summary>Text, numbers and booleans become .NET values; objects and arrays stay JSON, whose type differs from the real package's.</summary>
internal sealed class ExtensionDataJsonConverter : JsonConverter<ObjectExtensionData>
{
    public override ObjectExtensionData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = JsonNode.Parse(ref reader)!.AsObject();
        return new ObjectExtensionData
        {
            ExtensionData = values.Count == 0 ? null : values.ToDictionary(value => value.Key, value => ToValue(value.Value)),
        };
    }

    public override void Write(Utf8JsonWriter writer, ObjectExtensionData value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Extension data is only read.");

    private static object ToValue(JsonNode node) =>
        node?.GetValueKind() switch
        {
            null => null,
            // A date becomes one, as in the real package.
            JsonValueKind.String when node.AsValue().TryGetValue(out DateTime moment) => moment,
            // Without the cast the arms would agree on JsonNode and wrap the plain values again.
            JsonValueKind.String => (object)node.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => node.AsValue().TryGetValue(out long whole) ? (object)whole : node.GetValue<double>(),
            _ => node,
        };
}
