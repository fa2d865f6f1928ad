using System.Text.Json;
using System.Text.Json.Serialization;
using Docker.DotNet.Models;

namespace Docker.DotNet.Json;

internal sealed class RestartPolicyKindJsonConverter : JsonConverter<RestartPolicyKind>
{
    public override RestartPolicyKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text
            ? Enum.TryParse(text.Replace("-", ""), ignoreCase: true, out RestartPolicyKind kind)
                ? kind
                : throw new JsonException($"'{text}' is not a restart policy.")
            : RestartPolicyKind.Undefined;

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
