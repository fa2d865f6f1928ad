using System.Net;

namespace Docker.DotNet.Transport;

/// <summary>One request, before it knows which engine it goes to.</summary>
internal sealed record EngineRequest(HttpMethod Method, string Path)
{
    public QueryString Query { get; init; }

    public HttpContent Content { get; init; }

    public IDictionary<string, string> Headers { get; init; }

    /// <summary>The exception for 404, where the endpoint has its own; null for the general one.</summary>
    public Func<HttpStatusCode, string, DockerApiException> NotFound { get; init; }

    public static EngineRequest Get(string path) => new(HttpMethod.Get, path);

    public static EngineRequest Post(string path) => new(HttpMethod.Post, path);
}
