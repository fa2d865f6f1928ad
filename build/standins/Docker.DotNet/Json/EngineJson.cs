using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Docker.DotNet.Json;

internal static class EngineJson
{
    private static EngineJsonContext _types;

    /// <summary>Made when first asked for: a client that is only constructed pays nothing.</summary>
    public static EngineJsonContext Types => _types ??= Create();

    public static string Serialize<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    /// <summary>Null for an empty body.</summary>
    public static T Deserialize<T>(string json, JsonTypeInfo<T> type)
        where T : class => string.IsNullOrWhiteSpace(json) ? null : JsonSerializer.Deserialize(json, type);

    // Text outside ASCII goes out as it is, not as \u escapes; the engine reads both, a person only the first.
    private static EngineJsonContext Create() =>
        new(new JsonSerializerOptions(EngineJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
