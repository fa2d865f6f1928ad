using System.Net;

namespace Docker.DotNet.Transport;

internal sealed record EngineResponse(HttpStatusCode StatusCode, string Body);
