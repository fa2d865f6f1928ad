using System.Collections.Concurrent;
using System.Net.Sockets;
using Docker.DotNet;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>
/// Listens on a unix socket like an engine, writes down what it is asked and answers what it is told: the replies in order,
/// the last one again and again.
/// </summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly FakeReply[] _replies;
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly CancellationTokenSource _shutdown = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;

    public FakeEngine(params FakeReply[] replies)
    {
        _replies = replies;
        _listener.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _listener.Listen();
        _serving = Task.Run(ServeAsync);
    }

    public string SocketPath { get; } = NewSocketPath();

    public Uri Address => new($"unix://{SocketPath}");

    /// <summary>The one request that came.</summary>
    public FakeRequest Request => Assert.Single(_requests);

    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>Completes when a client has closed its connection while a reply was still being written.</summary>
    public Task ClientHungUp => _hungUp.Task;

    public static string NewSocketPath() => Path.Combine(Path.GetTempPath(), $"fake-engine-{Guid.NewGuid().ToString("N")[..12]}.sock");

    public DockerClient Connect(TimeSpan defaultTimeout = default, Version? apiVersion = null) =>
        new DockerClientConfiguration(Address, defaultTimeout: defaultTimeout).CreateClient(apiVersion);

    public async ValueTask DisposeAsync()
    {
        await _shutdown.CancelAsync();
        _listener.Dispose();
        await _serving;
        _shutdown.Dispose();
        File.Delete(SocketPath);
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await _listener.AcceptAsync(_shutdown.Token)));
            }
        }
        catch (Exception) when (_shutdown.IsCancellationRequested)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        await using var connection = new NetworkStream(socket, ownsSocket: true);
        try
        {
            var request = await FakeRequestReader.ReadAsync(connection, _shutdown.Token);
            _requests.Enqueue(request);
            var reply = _replies[Math.Min(_requests.Count, _replies.Length) - 1];
            await reply(request, connection, _shutdown.Token);
        }
        catch (IOException) when (!_shutdown.IsCancellationRequested)
        {
            _hungUp.TrySetResult();
        }
        catch (Exception) when (_shutdown.IsCancellationRequested)
        {
            _hungUp.TrySetCanceled();
        }
    }
}
