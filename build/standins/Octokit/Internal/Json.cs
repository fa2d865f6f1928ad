using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Octokit.Internal;

/// <summary>GitHub's JSON: snake_case, no null members, enums by their wire text, times in UTC without fractions.</summary>
internal static class Json
{
    // Made at the first call, not when the type is loaded: a program that only mentions Octokit pays nothing.
    private static readonly Lazy<JsonSerializerOptions> s_options = new(CreateOptions);

    public static string Serialize(object body) => JsonSerializer.Serialize(body, body.GetType(), s_options.Value);

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Null where the body is empty or of another shape than asked for; throws where it is no JSON at all.</summary>
    public static T Deserialize<T>(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return default;
        JsonNode node;
        try
        {
            node = JsonNode.Parse(body);
        }
        catch (JsonException ex)
        {
            throw new SerializationException("Invalid JSON string", ex);
        }
        var wantsList = typeof(T).IsGenericType && typeof(T).IsAssignableTo(typeof(System.Collections.IEnumerable));
        return node switch
        {
            // Some calls answer with the one object instead of a list of one.
            JsonObject single when wantsList => new JsonArray(single).Deserialize<T>(s_options.Value),
            JsonObject { Count: 0 } => default,
            JsonArray when !wantsList => default,
            JsonObject when typeof(T) == typeof(string) => default,
            _ => node.Deserialize<T>(s_options.Value),
        };
    }

    private static JsonSerializerOptions CreateOptions() =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new EnumConverter(), new TimeConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { UseWireNames } },
        };

    private static void UseWireNames(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider is not PropertyInfo declared)
                continue;
            property.Name = declared.GetCustomAttribute<ParameterAttribute>()?.Key ?? property.Name;
            // The models' setters are not public; those of a base class show only on the class that declares them.
            var setter = declared.DeclaringType.GetProperty(declared.Name).GetSetMethod(nonPublic: true);
            if (property.Set is null && setter is not null)
                property.Set = (target, value) => setter.Invoke(target, [value]);
        }
    }
}
