using System.Net;

namespace Octokit.Internal;

/// <summary>
/// Follows redirects as GitHub wants it: the method stays, and a token never goes to another host.
/// A relative location is an InvalidOperationException, as in the real package.
/// </summary>
internal sealed class Redirects : DelegatingHandler
{
    private const int Limit = 4;

    public Redirects()
        : base(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            }
        ) { }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (var hop = 0; Target(response) is { } target; hop++)
        {
            if (hop == Limit)
                throw new InvalidOperationException($"The redirect count for this request has been exceeded: {Limit}.");
            var next = new HttpRequestMessage(response.StatusCode is HttpStatusCode.SeeOther ? HttpMethod.Get : request.Method, target);
            foreach (var (name, values) in request.Headers)
                next.Headers.TryAddWithoutValidation(name, values);
            if (target.Host != request.RequestUri.Host)
                next.Headers.Authorization = null;
            if (body is not null && next.Method != HttpMethod.Get)
            {
                next.Content = new ByteArrayContent(body);
                next.Content.Headers.ContentType = request.Content.Headers.ContentType;
            }
            response.Dispose();
            request = next;
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        return response;
    }

    private static Uri Target(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 ? response.Headers.Location : null;
}
