using System.Text.Json.Serialization;

namespace Api;

/// <summary>How many.</summary>
public sealed record CountBody(int Count);

/// <summary>What goes over the wire, known when it is compiled: trimming leaves nothing to find out about types later.</summary>
[JsonSerializable(typeof(CountBody))]
[JsonSerializable(typeof(StockItem))]
[JsonSerializable(typeof(StockItem[]))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ApiJson : JsonSerializerContext;
