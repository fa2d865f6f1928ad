using System.Net;

namespace Octokit.Internal;

/// <summary>A whole answer, read: text as a string, everything else as a stream.</summary>
internal sealed class HttpAnswer : IResponse
{
    private HttpAnswer(HttpStatusCode statusCode, IReadOnlyDictionary<string, string> headers, string contentType, object body)
    {
        StatusCode = statusCode;
        Headers = headers;
        ContentType = contentType;
        Body = body;
        ApiInfo = ApiInfoParser.Parse(headers);
    }

    public object Body { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public ApiInfo ApiInfo { get; }

    public HttpStatusCode StatusCode { get; }

    public string ContentType { get; }

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, bool asStream, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers)
            headers[name] = string.Join(',', values);
        headers[ApiInfoParser.ReceivedDate] = DateTimeOffset.UtcNow.ToString("r");

        // A refusal is text, whatever was asked for.
        object body =
            asStream && response.IsSuccessStatusCode
                ? await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)
                : await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new HttpAnswer(response.StatusCode, headers, response.Content.Headers.ContentType?.MediaType, body);
    }
}
