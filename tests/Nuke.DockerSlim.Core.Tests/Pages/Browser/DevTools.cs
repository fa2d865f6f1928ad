using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Tests.Pages.Browser;

/// <summary>Commands and events of the DevTools protocol on one connection.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _open = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly Task _reading;
    private int _last;

    public DevTools(ClientWebSocket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    /// <summary>Told of each event: its session, name and parameters.</summary>
    public event Action<string?, string, JsonNode>? Happened;

    public async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref _last);
        var answer = _open[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var command = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters ?? [],
        };
        if (session is not null)
            command["sessionId"] = session;
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, _ending.Token);
        }
        finally
        {
            _sending.Release();
        }
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _reading;
        _socket.Dispose();
        _ending.Dispose();
        _sending.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, _ending.Token);
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage)
                    continue;
                Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!);
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or JsonException)
        {
            foreach (var answer in _open.Values)
                answer.TrySetException(new IOException("The browser can no longer be spoken to.", e));
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && _open.TryRemove(id.GetValue<int>(), out var answer))
        {
            if (message["error"] is { } error)
                answer.TrySetException(new InvalidOperationException(error.ToJsonString()));
            else
                answer.TrySetResult(message["result"]!);
        }
        else if (message["method"] is { } method)
            Happened?.Invoke(message["sessionId"]?.GetValue<string>(), method.GetValue<string>(), message["params"]!);
    }
}
