using System.Net;
using System.Net.Sockets;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A registry that takes calls and never answers.</summary>
internal sealed class SilentRegistry : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _calls = [];
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SilentRegistry()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Completes with the first call.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromMinutes(2));

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var call in _calls)
            call.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _calls.Add(await _listener.AcceptSocketAsync());
                _asked.TrySetResult();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
