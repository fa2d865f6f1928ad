using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A socket in front of an engine's, which can be cut off like the socket of an engine that dies.</summary>
internal sealed class SocketProxy : IAsyncDisposable
{
    private readonly string _path = FakeEngine.NewSocketPath();
    private readonly UnixDomainSocketEndPoint _engine;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentBag<Socket> _ends = [];
    private readonly ConcurrentBag<Task> _work = [];

    public SocketProxy(string host)
    {
        _engine = new UnixDomainSocketEndPoint(new Uri(host).AbsolutePath);
        _listener.Bind(new UnixDomainSocketEndPoint(_path));
        _listener.Listen();
        _work.Add(ServeAsync());
    }

    public string Host => "unix://" + _path;

    /// <summary>What is said to the engine first on each connection, before the client's words; what it answers to that is not the client's.</summary>
    public Func<Socket, Task> Connected { get; init; } = _ => Task.CompletedTask;

    /// <summary>Told what the engine is asked, before the engine is.</summary>
    public Func<string, Task> Asked { get; init; } = _ => Task.CompletedTask;

    /// <summary>Closes every connection, and answers no more.</summary>
    public async Task CutAsync()
    {
        _listener.Dispose();
        File.Delete(_path);
        foreach (var end in _ends)
            end.Dispose();
        await Task.WhenAll(_work);
    }

    public async ValueTask DisposeAsync() => await CutAsync();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync();
                var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                _ends.Add(client);
                _ends.Add(engine);
                await engine.ConnectAsync(_engine);
                await Connected(engine);
                _work.Add(CopyAsync(client, engine, x => Asked(Encoding.UTF8.GetString(x.Span))));
                _work.Add(CopyAsync(engine, client, _ => Task.CompletedTask));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private static async Task CopyAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, Task> before)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReceiveAsync(buffer, SocketFlags.None) is > 0 and var count)
            {
                await before(buffer.AsMemory(0, count));
                await to.SendAsync(buffer.AsMemory(0, count), SocketFlags.None);
            }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of the two has hung up.
        }
    }
}
