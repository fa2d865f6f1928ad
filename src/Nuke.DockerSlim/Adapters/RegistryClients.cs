using System.Collections.Concurrent;
using System.Net;

namespace Nuke.DockerSlim.Adapters;

/// <summary>A client for each registry and each place that one sends requests on to, as each may be trusted in its own way.</summary>
/// <param name="trust">Who is trusted.</param>
internal sealed class RegistryClients(RegistryTrust trust) : IDisposable
{
    private readonly ConcurrentDictionary<(string Authority, bool IsInsecure), Lazy<HttpClient>> _clients = [];

    /// <summary>Sends a request and gives the answer's head.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        For(request.RequestUri!).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Value.Dispose();
    }

    private HttpClient For(Uri uri) =>
        _clients
            .GetOrAdd(
                (uri.Authority, trust.IsInsecure(uri.Authority)),
                x => new Lazy<HttpClient>(() => Make(x.Authority, RegistryAddress.IsOnThisMachine(uri)))
            )
            .Value;

    private HttpClient Make(string authority, bool isLoopback)
    {
        // Redirects are followed by the transport: the token must not go to where a blob is stored.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            UseCookies = false,
            SslOptions = trust.Options(authority, isLoopback),
        };
        // How long an answer may take depends on what is sent: each request has its own limit.
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Nuke.DockerSlim");
        return client;
    }
}
