using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Docker.DotNet.Models;
using Nuke.DockerSlim.Values;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Asks a container over HTTP: through the port that the engine publishes, and where that does not answer, at the container's own address, which is how
/// it is reached from a container beside it.
/// </summary>
internal sealed class SmokeRequests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly SmokeAddress _address;
    private readonly EngineAddress _engine;
    private readonly HttpClient _client;

    [SuppressMessage(
        "Security",
        "CA5359",
        Justification = "The container was started by us, and its certificate is whoever's: what is asked is whether it answers."
    )]
    public SmokeRequests(SmokeAddress address, EngineAddress engine)
    {
        (_address, _engine) = (address, engine);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = Patience,
                SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
            }
        )
        {
            Timeout = Patience,
        };
    }

    /// <summary>The status of the answer that counts; null as long as there is none.</summary>
    public string? Answered { get; private set; }

    /// <summary>What came of the last question.</summary>
    public string Last { get; private set; } = "nothing listens there";

    /// <summary>Whether an engine is on this machine.</summary>
    public static bool IsHere(EngineAddress engine) =>
        !Uri.TryCreate(engine.Host, UriKind.Absolute, out var uri) || uri.Scheme is "unix" or "npipe" || uri.IsLoopback;

    /// <summary>Asks once.</summary>
    public async Task AskAsync(NetworkSettings? network, CancellationToken cancellationToken)
    {
        foreach (var place in Places(network))
        {
            try
            {
                var uri = new Uri($"{(_address.IsEncrypted ? "https" : "http")}://{place}{_address.Path}");
                using var request = new HttpRequestMessage(HttpMethod.Get, uri);
                request.Headers.Host = "localhost";
                using var response = await _client
                    .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                    .ConfigureAwait(false);
                Last = string.Create(CultureInfo.InvariantCulture, $"the last answer was {(int)response.StatusCode}");
                if ((int)response.StatusCode < 400)
                    Answered = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}");
                return;
            }
            catch (HttpRequestException e) when (e.HttpRequestError is not HttpRequestError.ConnectionError)
            {
                // docker's proxy takes the connection before the service listens, and then ends it.
                if (e.HttpRequestError is not HttpRequestError.ResponseEnded)
                    Last = e.Message;
            }
            catch (HttpRequestException)
            {
                // Nothing listens there yet, or this place cannot be reached from here: the next one may.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                Last = "the last question got no answer in 2 s";
            }
        }
    }

    public void Dispose() => _client.Dispose();

    private IEnumerable<string> Places(NetworkSettings? network)
    {
        var host = IsHere(_engine) ? "127.0.0.1" : new Uri(_engine.Host).Host;
        if (
            network?.Ports is { } ports
            && ports.TryGetValue($"{_address.Port}/tcp", out var bindings)
            && bindings is [{ HostPort: var port }, ..]
        )
            yield return $"{host}:{port}";
        var address = network?.IPAddress is { Length: > 0 } own
            ? own
            : network?.Networks?.Values.Select(x => x.IPAddress).FirstOrDefault(x => x is { Length: > 0 });
        if (address is not null)
            yield return $"{address}:{_address.Port}";
    }
}
