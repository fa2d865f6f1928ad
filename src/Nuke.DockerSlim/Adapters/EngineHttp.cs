using System.IO.Pipes;
using System.Net.Sockets;

namespace Nuke.DockerSlim.Adapters;

/// <summary>Asks an engine what Docker.DotNet's model has no words for.</summary>
internal static class EngineHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Asks; the caller disposes the answer, whose body has been read.</summary>
    /// <param name="engine">The engine's address: unix, npipe, tcp, http or https.</param>
    /// <param name="path">What is asked for, with its version.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HttpRequestException">No engine answers.</exception>
    public static async Task<HttpResponseMessage> GetAsync(Uri engine, string path, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler();
        if (engine.Scheme is "unix" or "npipe")
            handler.ConnectCallback = (_, cancelled) => ConnectAsync(engine, cancelled);
        using var client = new HttpClient(handler) { Timeout = Patience };
        var host =
            engine.Scheme is "unix" or "npipe" ? "http://engine"
            : engine.Scheme == "tcp" ? $"http://{engine.Authority}"
            : engine.GetLeftPart(UriPartial.Authority);
        return await client.GetAsync(new Uri(host + path), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<Stream> ConnectAsync(Uri engine, CancellationToken cancellationToken)
    {
        if (engine.Scheme == "npipe")
        {
            // npipe://./pipe/docker_engine
            var pipe = new NamedPipeClientStream(engine.Host, engine.Segments[^1], PipeDirection.InOut, PipeOptions.Asynchronous);
            await pipe.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return pipe;
        }
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(engine.LocalPath), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new NetworkStream(socket, ownsSocket: true);
    }
}
