using System.Globalization;

namespace Octokit;

public class AbuseException : ForbiddenException
{
    public AbuseException(IResponse response)
        : this(response, null) { }

    public AbuseException(IResponse response, Exception innerException)
        : base(response, innerException) =>
        RetryAfterSeconds =
            response.Headers.TryGetValue("Retry-After", out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? seconds
                : null;

    /// <summary>Null where the server does not say.</summary>
    public int? RetryAfterSeconds { get; }

    public override string Message => ApiErrorMessageSafe ?? "Request Forbidden - Abuse Detection";
}
