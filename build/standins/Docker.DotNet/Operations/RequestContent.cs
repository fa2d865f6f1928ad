using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Docker.DotNet.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet.Operations;

internal static class RequestContent
{
    public static HttpContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new StringContent(EngineJson.Serialize(value, type), Encoding.UTF8, "application/json");

    /// <summary>Sent with its length where the stream knows it, else in chunks.</summary>
    public static HttpContent Tar(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        return content;
    }

    /// <summary>The engine wants the credentials in every push and pull, as base64 for URLs with its padding; none is an empty object.</summary>
    public static Dictionary<string, string> RegistryAuth(AuthConfig authConfig)
    {
        var json = EngineJson.Serialize(authConfig ?? new AuthConfig(), EngineJson.Types.AuthConfig);
        var value = Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).Replace('/', '_').Replace('+', '-');
        return new Dictionary<string, string> { ["X-Registry-Auth"] = value };
    }
}
