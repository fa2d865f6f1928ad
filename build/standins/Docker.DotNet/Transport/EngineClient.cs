using System.Net;
using System.Text;

namespace Docker.DotNet.Transport;

/// <summary>Sends requests to one engine and turns its error answers into exceptions.</summary>
internal sealed class EngineClient : IDisposable
{
    private readonly DockerClientConfiguration _configuration;
    private readonly Version _apiVersion;
    private readonly EngineTransport _transport;
    private readonly HttpClient _http;

    public EngineClient(DockerClientConfiguration configuration, Version apiVersion)
    {
        _configuration = configuration;
        _apiVersion = apiVersion;
        _transport = new EngineTransport(configuration);
        _http = _transport.CreateClient();
        DefaultTimeout = configuration.DefaultTimeout;
    }

    /// <summary>How long a request may take whose answer is read as a whole.</summary>
    public TimeSpan DefaultTimeout { get; set; }

    public Task<EngineResponse> SendAsync(EngineRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, DefaultTimeout, cancellationToken);

    public async Task<EngineResponse> SendAsync(EngineRequest request, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        // Never disposed: that would close the stream that the caller uploads.
        var message = Prepare(request);
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
        await ThrowIfErrorAsync(request, response, limit.Token).ConfigureAwait(false);
        return new EngineResponse(response.StatusCode, await ReadAsync(response, limit.Token).ConfigureAwait(false));
    }

    /// <summary>Returns as soon as the headers are there; the body is read by the caller, at the caller's pace.</summary>
    public Task<HttpResponseMessage> OpenAsync(EngineRequest request, CancellationToken cancellationToken) =>
        OpenAsync(_http, request, cancellationToken);

    public async Task<Stream> OpenStreamAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        var response = await OpenAsync(_http, request, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<HijackedStream> HijackAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        var tap = new ConnectionTap();
        var http = _transport.CreateClient(tap);
        try
        {
            var response = await OpenAsync(http, request, cancellationToken).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new HijackedStream(stream, tap, http);
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> OpenAsync(HttpClient http, EngineRequest request, CancellationToken cancellationToken)
    {
        var message = Prepare(request);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        try
        {
            await ThrowIfErrorAsync(request, response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Prepare(EngineRequest request)
    {
        var message = new HttpRequestMessage(request.Method, UriOf(request)) { Version = HttpVersion.Version11, Content = request.Content };
        message.Headers.Add("User-Agent", "Docker.DotNet");
        foreach (var (name, value) in _configuration.DefaultHttpRequestHeaders.Concat(request.Headers ?? new Dictionary<string, string>()))
        {
            message.Headers.Add(name, value);
        }

        return message;
    }

    private Uri UriOf(EngineRequest request)
    {
        var address = new UriBuilder(_transport.BaseAddress);
        address.Path += _apiVersion is null ? request.Path : $"v{_apiVersion}/{request.Path}";
        if (request.Query is not null)
        {
            address.Query = request.Query.ToString();
        }

        return address.Uri;
    }

    /// <summary>The body as text. One that ends before its stated length is what came of it, as with the real client; a chunked one that does is an error.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        try
        {
            await response.Content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
            when (response.Content.Headers.ContentLength is not null
                && (e as HttpIOException ?? e.InnerException as HttpIOException)?.HttpRequestError == HttpRequestError.ResponseEnded
            )
        {
            // Half a text is for whoever reads it.
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private static async Task ThrowIfErrorAsync(EngineRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest)
        {
            return;
        }

        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        throw response.StatusCode == HttpStatusCode.NotFound && request.NotFound is { } notFound
            ? notFound(response.StatusCode, body)
            : new DockerApiException(response.StatusCode, body);
    }
}
