using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nuke.DockerSlim.Reporting;

/// <summary>
/// Writes reports by code made at compile time. Apart from the reading, whose description of every field would be made at run time, too, for each start of a
/// build program; and no converter may stand in these options, or they are not written by this code.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never
)]
[JsonSerializable(typeof(ImageReport))]
internal sealed partial class JsonReportWriting : JsonSerializerContext;
