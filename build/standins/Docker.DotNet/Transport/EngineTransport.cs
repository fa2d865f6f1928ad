using System.Net.Sockets;

namespace Docker.DotNet.Transport;

/// <summary>Makes the HTTP clients of one engine.</summary>
internal sealed class EngineTransport(DockerClientConfiguration configuration)
{
    private readonly EngineEndpoint _endpoint = EngineEndpoint.From(configuration);

    public Uri BaseAddress => _endpoint.BaseAddress;

    public HttpClient CreateClient() => CreateClient(new ConnectionTap());

    /// <summary>A client for one request whose connection the caller takes over through <paramref name="tap"/>.</summary>
    public HttpClient CreateClient(ConnectionTap tap)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = _endpoint.SocketPath is null,
            ActivityHeadersPropagator = null,
            // No connection outlives its request. The header alone does not do: under parallel requests the handler hands
            // a new one's place to a connection that the engine is about to close.
            PooledConnectionLifetime = TimeSpan.Zero,
            // Leaving a layer stream early closes the connection at once instead of reading on.
            MaxResponseDrainSize = 0,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = await _endpoint.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
                tap.Socket = socket;
                return new NetworkStream(socket, ownsSocket: true);
            },
            PlaintextStreamFilter = (context, _) =>
            {
                tap.Stream = context.PlaintextStream;
                return new ValueTask<Stream>(context.PlaintextStream);
            },
        };
        return new HttpClient(configuration.Credentials.GetHandler(new EngineHandler(handler)), disposeHandler: true)
        {
            // Each request sets its own limit.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }
}
