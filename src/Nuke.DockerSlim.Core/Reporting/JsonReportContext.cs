using System.Text.Json;
using System.Text.Json.Serialization;
using Nuke.DockerSlim.Judging;

namespace Nuke.DockerSlim.Reporting;

/// <summary>Readers and writers made at compile time: reflection would cost a build program's start a tenth of a second.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(CamelCase<FindingSeverity>),
        typeof(CamelCase<ReportOutcome>),
        typeof(CamelCase<TestStatus>),
        typeof(CamelCase<Verdict>),
    ]
)]
[JsonSerializable(typeof(ImageReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext
{
    /// <summary>Names of an enum's values as camelCase texts; numbers are refused.</summary>
    internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        where T : struct, Enum;
}
