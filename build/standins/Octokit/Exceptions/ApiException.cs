using System.Net;
using System.Text.Json;
using Octokit.Internal;

namespace Octokit;

public class ApiException : Exception
{
    public ApiException()
        : this(new ApiError(), 0, null) { }

    public ApiException(string message, HttpStatusCode httpStatusCode)
        : this(new ApiError(message), httpStatusCode, null) { }

    public ApiException(string message, Exception innerException)
        : this(new ApiError(message), 0, innerException) { }

    public ApiException(IResponse response)
        : this(response, null) { }

    public ApiException(IResponse response, Exception innerException)
        : this(ReadError(response), response?.StatusCode ?? 0, innerException) => HttpResponse = response;

    protected ApiException(ApiException innerException)
        : this(Ensure.NotNull(innerException).ApiError, innerException.StatusCode, innerException) =>
        HttpResponse = innerException.HttpResponse;

    protected ApiException(HttpStatusCode statusCode, Exception innerException)
        : this(new ApiError(), statusCode, innerException) { }

    protected ApiException(ApiError apiError, HttpStatusCode statusCode, Exception innerException)
        : base(null, innerException)
    {
        ApiError = Ensure.NotNull(apiError);
        StatusCode = statusCode;
    }

    public IResponse HttpResponse { get; }

    public override string Message => ApiErrorMessageSafe ?? "An error occurred with this API request";

    public HttpStatusCode StatusCode { get; }

    public ApiError ApiError { get; }

    protected string ApiErrorMessageSafe => string.IsNullOrWhiteSpace(ApiError?.Message) ? null : ApiError.Message;

    protected string HttpResponseBodySafe => HttpResponse?.Body as string;

    private static ApiError ReadError(IResponse response)
    {
        if (response?.Body is not string { Length: > 0 } body)
            return new ApiError();
        try
        {
            return Json.Deserialize<ApiError>(body) ?? new ApiError();
        }
        catch (Exception ex) when (ex is System.Runtime.Serialization.SerializationException or JsonException or InvalidOperationException)
        {
            // Not GitHub's error format, a proxy's page perhaps: then the text itself is the message.
            return new ApiError(body);
        }
    }
}
