using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Docker.DotNet.Transport;

/// <summary>Where the engine listens: the base address of its URLs, and the socket behind it (null: the TCP address in the URL).</summary>
internal sealed record EngineEndpoint(Uri BaseAddress, string SocketPath)
{
    // The real package's own limit, below Linux's 107: a longer path must fail here too.
    private const int LongestSocketPath = 91;

    public static EngineEndpoint From(DockerClientConfiguration configuration)
    {
        var address = configuration.EndpointBaseUri;
        return address.Scheme.ToLowerInvariant() switch
        {
            "unix" => new EngineEndpoint(new UriBuilder("http", address.Segments[^1]).Uri, address.LocalPath),
            "tcp" or "http" => new EngineEndpoint(
                new UriBuilder(address) { Scheme = configuration.Credentials.IsTlsCredentials() ? "https" : "http" }.Uri,
                null
            ),
            "https" => new EngineEndpoint(address, null),
            "npipe" => throw new PlatformNotSupportedException(
                $"This stand-in for Docker.DotNet does not reach named pipes ({address}): use the engine's tcp:// address, or the real package."
            ),
            _ => throw new Exception($"Unknown URL scheme {address.Scheme}"),
        };
    }

    public async Task<Socket> ConnectAsync(DnsEndPoint tcp, CancellationToken cancellationToken)
    {
        var socket = SocketPath is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            EndPoint target = SocketPath is null ? tcp : UnixEndPoint();
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private UnixDomainSocketEndPoint UnixEndPoint() =>
        Encoding.UTF8.GetByteCount(SocketPath) <= LongestSocketPath
            ? new UnixDomainSocketEndPoint(SocketPath)
            : throw new ArgumentOutOfRangeException("path", SocketPath);
}
