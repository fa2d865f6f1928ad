using System.Net;
using System.Net.Sockets;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A registry that nobody has a login for.</summary>
internal sealed class ClosedRegistry : IDisposable
{
    private readonly HttpListener _listener = new();

    public ClosedRegistry()
    {
        Host = $"127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Host { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                var call = await _listener.GetContextAsync();
                call.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
                call.Response.AddHeader("WWW-Authenticate", "Basic realm=\"closed\"");
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
