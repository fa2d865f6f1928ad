using System.Net;
using System.Net.Sockets;
using System.Runtime.ExceptionServices;

namespace Docker.DotNet.Transport;

/// <summary>One connection a request, redirects that keep the method, and failures in the shape that callers of the real package know.</summary>
internal sealed class EngineHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostRedirects = 20;
    private const string Failed = "The requested failed, see inner exception for details.";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Host ??= HostOf(request.RequestUri);
        request.Headers.ConnectionClose = true;

        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOnceAsync(request, cancellationToken).ConfigureAwait(false);
            if (redirects == MostRedirects || RedirectOf(response, request.RequestUri) is not { } target)
            {
                return response;
            }

            response.Dispose();
            request.RequestUri = target;
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure) when (!cancellationToken.IsCancellationRequested)
        {
            var cause = failure.InnerException ?? failure;
            if (!IsOfConnecting(failure.HttpRequestError))
            {
                throw new HttpRequestException(Failed, cause);
            }

            if (cause is not SocketException)
            {
                ExceptionDispatchInfo.Throw(cause);
            }

            throw new HttpRequestException("Connection failed", cause);
        }
        catch (Exception cause) when (cause is not (HttpRequestException or OperationCanceledException))
        {
            // The body's source failed, not the engine.
            throw new HttpRequestException(Failed, cause);
        }
    }

    private static bool IsOfConnecting(HttpRequestError error) =>
        error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static string HostOf(Uri address) =>
        address.HostNameType == UriHostNameType.IPv6 ? $"[{address.IdnHost}]:{address.Port}" : $"{address.IdnHost}:{address.Port}";

    private static Uri RedirectOf(HttpResponseMessage response, Uri current)
    {
        if (
            response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found)
            || response.Headers.Location is not { } location
        )
        {
            return null;
        }

        var target = new Uri(current, location);
        return current.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp ? null : target;
    }
}
