using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Reads reports by descriptions made at compile time.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ImageReport))]
internal sealed partial class JsonReportReading : JsonSerializerContext;
