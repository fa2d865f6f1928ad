using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>
/// An address behind which the test registry answers until a request that it dies of: its connections break, and nobody takes new ones.
/// </summary>
internal sealed class MortalRegistry : IAsyncDisposable
{
    private static readonly string[] Methods = ["GET ", "HEAD ", "PUT ", "POST ", "PATCH ", "DELETE "];
    private readonly List<Socket> _open = [];
    private readonly List<Task> _serving = [];
    private int _port;
    private Socket? _listener;
    private int _last;
    private bool _isAnswered = true;

    public MortalRegistry() => Listen();

    public string Host => $"127.0.0.1:{_port}";

    /// <summary>What it was asked since it lived: method and path.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>What of that this tool asked itself, and not docker.</summary>
    public ConcurrentQueue<string> Own { get; } = [];

    /// <summary>Whether it dies of a request; it does what it is asked before that.</summary>
    public Func<string, bool> DiesOf { get; init; } = _ => false;

    /// <summary>Lives again, until a request.</summary>
    /// <param name="last">Which of this tool's own requests it dies of, from 1; zero: of none.</param>
    /// <param name="afterwards">Whether it does what it is asked before it dies, and says nothing of it.</param>
    public async Task LiveAsync(int last, bool afterwards)
    {
        await DieAsync();
        Asked.Clear();
        Own.Clear();
        (_last, _isAnswered) = (last, afterwards);
        Listen();
    }

    public async ValueTask DisposeAsync() => await DieAsync();

    private void Listen()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, _port));
        listener.Listen();
        _port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        _listener = listener;
        _serving.Add(AcceptAsync(listener));
    }

    private async Task DieAsync()
    {
        Break();
        await Task.WhenAll(_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _serving.Clear();
    }

    private void Break()
    {
        lock (_open)
        {
            _listener?.Dispose();
            // Reset, not closed politely: what was on its way is lost.
            foreach (var socket in _open)
                socket.Close(0);
            _open.Clear();
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await listener.AcceptAsync()));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Dead.
        }
        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket client)
    {
        using var registry = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using (client)
        {
            lock (_open)
                _open.AddRange([client, registry]);
            try
            {
                client.NoDelay = registry.NoDelay = true;
                await registry.ConnectAsync(IPEndPoint.Parse(Stores.Registry));
                var last = new LastRequest();
                await Task.WhenAny(AskAsync(client, registry, last), AnswerAsync(registry, client, last));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // One of the two hung up.
            }
        }
    }

    private async Task AskAsync(Socket client, Socket registry, LastRequest last)
    {
        var bytes = new byte[1 << 16];
        while (await ReceiveAsync(client, bytes) is > 0 and var length)
        {
            if (Line(bytes.AsSpan(0, length)) is var (line, isOwn) && IsDeadly(line, isOwn))
            {
                last.IsHere = true;
                if (!_isAnswered)
                {
                    Break();
                    return;
                }
            }
            await registry.SendAsync(bytes.AsMemory(0, length));
        }
    }

    private async Task AnswerAsync(Socket registry, Socket client, LastRequest last)
    {
        var bytes = new byte[1 << 16];
        while (await ReceiveAsync(registry, bytes) is > 0 and var length)
        {
            if (last.IsHere)
            {
                Break();
                return;
            }
            await client.SendAsync(bytes.AsMemory(0, length));
        }
    }

    private static async Task<int> ReceiveAsync(Socket socket, byte[] bytes)
    {
        try
        {
            return await socket.ReceiveAsync(bytes);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private bool IsDeadly(string line, bool isOwn)
    {
        Asked.Enqueue(line);
        if (isOwn)
            Own.Enqueue(line);
        return DiesOf(line) || (isOwn && Own.Count == _last);
    }

    // A client writes the head of a request at once, and bodies behind it.
    private static (string Line, bool IsOwn)? Line(ReadOnlySpan<byte> written)
    {
        var text = Encoding.Latin1.GetString(written);
        var end = text.IndexOf(" HTTP/1.1\r\n", StringComparison.Ordinal);
        return end > 0 && Methods.Any(x => text.StartsWith(x, StringComparison.Ordinal))
            ? (text[..end], text.Contains("User-Agent: Nuke.DockerSlim", StringComparison.Ordinal))
            : null;
    }

    /// <summary>Whether a connection's present request is the last.</summary>
    private sealed class LastRequest
    {
        public volatile bool IsHere;
    }
}
