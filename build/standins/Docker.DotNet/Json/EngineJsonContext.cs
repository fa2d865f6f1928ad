using System.Text.Json;
using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace Docker.DotNet.Json;

/// <summary>Made at compile time, so that no reflection runs before the first answer.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    // Defaults stay unsaid in a request, so that the engine's own apply.
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [
        typeof(TolerantStringJsonConverter),
        typeof(TolerantBooleanJsonConverter),
        typeof(TolerantInt64JsonConverter),
        typeof(EngineDateTimeJsonConverter),
    ]
)]
[JsonSerializable(typeof(ImagesListResponse[]))]
[JsonSerializable(typeof(ImageInspectResponse))]
[JsonSerializable(typeof(ImageHistoryResponse[]))]
[JsonSerializable(typeof(Dictionary<string, string>[]))]
[JsonSerializable(typeof(ImagesPruneResponse))]
[JsonSerializable(typeof(AuthConfig))]
[JsonSerializable(typeof(JSONMessage))]
[JsonSerializable(typeof(ContainerListResponse[]))]
[JsonSerializable(typeof(CreateContainerParameters))]
[JsonSerializable(typeof(CreateContainerResponse))]
[JsonSerializable(typeof(ContainerInspectResponse))]
[JsonSerializable(typeof(ContainerWaitResponse))]
[JsonSerializable(typeof(ContainerPathStatResponse))]
[JsonSerializable(typeof(ContainersPruneResponse))]
[JsonSerializable(typeof(VersionResponse))]
[JsonSerializable(typeof(SystemInfoResponse))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IDictionary<string, IDictionary<string, bool>>))]
internal sealed partial class EngineJsonContext : JsonSerializerContext;
