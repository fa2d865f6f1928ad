using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>
/// A GitHub on this machine with one repository, acme/shop: the part of the REST API that comments need, for any number of requests at once. It
/// holds each request against what docs.github.com says of it; <see cref="DisposeAsync" /> fails the test where one is not so.
/// </summary>
internal sealed class RestServer : IAsyncDisposable
{
    public const string Token = "ghs_16C7e42F292c6912E7710c838347Ae178B4a";

    // Not HttpListener: it cannot ask the system for a free port, and parallel tests would race for the one they picked.
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<string> _mistakes = [];
    private readonly ConcurrentDictionary<Task, byte> _connections = [];
    private readonly Task _serving;
    private readonly RestRoutes _routes;

    public RestServer(string basePath = "")
    {
        _listener.Start();
        Address = $"http://{_listener.LocalEndpoint}{basePath}";
        Data = new RestData(Address);
        _routes = new RestRoutes(Data, basePath, _mistakes.Enqueue);
        _serving = ServeAsync();
    }

    /// <summary>What GITHUB_API_URL says.</summary>
    public string Address { get; }

    public RestData Data { get; }

    /// <summary>All that was asked, in the order in which it was answered.</summary>
    public ConcurrentQueue<RestRequest> Requests { get; } = [];

    public IEnumerable<string> Methods => Requests.Select(x => x.Method);

    /// <summary>Asked before anything else: an answer in place of the server's own, or null.</summary>
    public Func<RestRequest, RestReply?> Instead { get; set; } = _ => null;

    /// <summary>Asked when the server has done what it was asked to: an answer in place of the true one, or null.</summary>
    public Func<RestRequest, RestReply?> Afterwards { get; set; } = _ => null;

    /// <summary>How long each request takes.</summary>
    public Func<TimeSpan> Latency { get; set; } = () => TimeSpan.Zero;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var connection in _connections.Keys)
            await connection.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        Assert.Empty(_mistakes);
    }

    private async Task ServeAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            var connection = await _listener.AcceptTcpClientAsync(_closing.Token);
            _connections[Task.Run(() => AnswerAsync(connection))] = 0;
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        using (connection)
        {
            if (await RestRequest.ReadAsync(connection.GetStream(), _closing.Token) is not { } request)
                return;
            await Task.Delay(Latency(), _closing.Token);
            Requests.Enqueue(request);
            var reply = Instead(request) ?? (_routes.Answer(request) is var own ? Afterwards(request) ?? own : null);
            await reply!.WriteAsync(connection, _closing.Token);
        }
    }
}
