using System.Net;
using System.Net.Sockets;
using System.Text;
using Octokit;

namespace Nuke.DockerSlim.Contracts.Octokit;

/// <summary>A GitHub server of our own: records each request, answers as the test says, one connection a request.</summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    // Not HttpListener: it cannot ask the system for a free port, and parallel tests would race for the one they picked.
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<RecordedRequest, FakeAnswer> _answer;
    private readonly Task _serving;

    public FakeGitHub(FakeAnswer answer)
        : this(_ => answer) { }

    public FakeGitHub(Func<RecordedRequest, FakeAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        Root = new Uri($"http://{_listener.LocalEndpoint}/");
        Client = new GitHubClient(new ProductHeaderValue("contracts", "1.0"), Root);
        _serving = ServeAsync();
    }

    public Uri Root { get; }

    public GitHubClient Client { get; }

    public List<RecordedRequest> Requests { get; } = [];

    /// <summary>The one request that was made, as "METHOD /path?query".</summary>
    public string Line => Assert.Single(Requests).Line;

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
            var request = await RecordedRequest.ReadAsync(stream, _closing.Token);
            Requests.Add(request);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(request).ToHttp()), _closing.Token);
        }
    }
}
