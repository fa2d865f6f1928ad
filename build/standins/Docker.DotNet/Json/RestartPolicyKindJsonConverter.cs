using System.Text.Json;
using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace Docker.DotNet.Json;

internal sealed class RestartPolicyKindJsonConverter : JsonConverter<RestartPolicyKind>
{
    public override RestartPolicyKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() switch
        {
            "" or null => RestartPolicyKind.Undefined,
            "no" => RestartPolicyKind.No,
            "always" => RestartPolicyKind.Always,
            "on-failure" => RestartPolicyKind.OnFailure,
            "unless-stopped" => RestartPolicyKind.UnlessStopped,
            var other => throw new JsonException($"'{other}' is not a restart policy."),
        };

    public override void Write(Utf8JsonWriter writer, RestartPolicyKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            value switch
            {
                RestartPolicyKind.No => "no",
                RestartPolicyKind.Always => "always",
                RestartPolicyKind.OnFailure => "on-failure",
                RestartPolicyKind.UnlessStopped => "unless-stopped",
                _ => "",
            }
        );
}
