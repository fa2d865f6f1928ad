using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Values;

/// <summary>Names of an enum's values as camelCase texts in JSON; numbers are refused.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
