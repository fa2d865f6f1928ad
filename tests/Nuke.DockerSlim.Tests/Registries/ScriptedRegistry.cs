using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>A registry on this machine that answers as a test says, one connection a request.</summary>
internal sealed class ScriptedRegistry : IAsyncDisposable
{
    // Not HttpListener: it cannot ask the system for a free port, and parallel tests would race for the one they picked.
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<Asked, Reply> _answer;
    private readonly Task _serving;

    public ScriptedRegistry(Func<Asked, Reply> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Host => _listener.LocalEndpoint.ToString()!;

    /// <summary>All that was asked, but for the question whether TLS is spoken here.</summary>
    public ConcurrentQueue<Asked> All { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            using var connection = await _listener.AcceptTcpClientAsync(_closing.Token);
            await using var stream = connection.GetStream();
            var asked = await ReadAsync(stream, _closing.Token);
            if (asked is null)
                continue;
            Reply reply;
            if (asked.Line == "GET /v2/")
                reply = new Reply(200);
            else
            {
                All.Enqueue(asked);
                reply = _answer(asked);
            }
            if (reply != Reply.Nothing)
                await stream.WriteAsync(reply.ToHttp(), _closing.Token);
        }
    }

    private static async Task<Asked?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(next, cancellationToken) == 0)
                return null;
            head.Add(next[0]);
        }
        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(x => x.Split(": ", 2)).ToDictionary(x => x[0].ToLowerInvariant(), x => x[1]);
        var body = new byte[headers.TryGetValue("content-length", out var length) ? int.Parse(length, null) : 0];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new Asked(string.Join(" ", lines[0].Split(" ")[..2]), headers.GetValueOrDefault("authorization") ?? "", body)
        {
            Host = headers["host"],
        };
    }
}
