using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Publishing;

/// <summary>Reads and writes histories by code made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(PushHistory))]
internal sealed partial class PushHistoryForm : JsonSerializerContext;
