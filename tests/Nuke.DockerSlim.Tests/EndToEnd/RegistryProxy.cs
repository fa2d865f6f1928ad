using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Nuke.DockerSlim.Tests.Shared;

namespace Nuke.DockerSlim.Tests.EndToEnd;

/// <summary>A registry in front of the test registry: it writes down what it is asked.</summary>
internal sealed class RegistryProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Content-Length", "Keep-Alive"];
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Task _serving;

    public RegistryProxy()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Host = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Host { get; }

    /// <summary>All that was asked, method and path.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (_listener.IsListening)
                answers.Add(AnswerAsync(await _listener.GetContextAsync()));
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Dead.
        }
        await Task.WhenAll(answers);
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            Asked.Enqueue($"{call.Request.HttpMethod} {call.Request.Url!.AbsolutePath}");
            using var answer = await _client.SendAsync(Question(call.Request), HttpCompletionOption.ResponseHeadersRead);
            call.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
                if (!OfTheConnection.Contains(name))
                    call.Response.AddHeader(name, string.Join(", ", values).Replace(Stores.Registry, Host, StringComparison.Ordinal));
            if (answer.Content.Headers.ContentLength is { } length)
                call.Response.ContentLength64 = length;
            if (call.Request.HttpMethod != "HEAD")
                await answer.Content.CopyToAsync(call.Response.OutputStream);
            call.Response.Close();
        }
        catch (Exception e)
            when (e is HttpListenerException or ObjectDisposedException or HttpRequestException or IOException or InvalidOperationException)
        {
            // One of the two hung up.
        }
    }

    private static HttpRequestMessage Question(HttpListenerRequest asked)
    {
        var request = new HttpRequestMessage(new HttpMethod(asked.HttpMethod), $"http://{Stores.Registry}{asked.RawUrl}");
        if (asked.HasEntityBody)
        {
            request.Content = new StreamContent(asked.InputStream);
            if (asked.ContentLength64 >= 0)
                request.Content.Headers.ContentLength = asked.ContentLength64;
        }
        foreach (var name in asked.Headers.AllKeys.OfType<string>().Where(x => !OfTheConnection.Contains(x)))
            if (!request.Headers.TryAddWithoutValidation(name, asked.Headers[name]))
                request.Content?.Headers.TryAddWithoutValidation(name, asked.Headers[name]);
        return request;
    }
}
