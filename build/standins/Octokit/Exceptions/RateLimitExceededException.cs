namespace Octokit;

public class RateLimitExceededException : ForbiddenException
{
    private readonly RateLimit _rateLimit;
    private readonly TimeSpan _serverTimeDifference;

    public RateLimitExceededException(IResponse response)
        : this(response, null) { }

    public RateLimitExceededException(IResponse response, Exception innerException)
        : base(response, innerException)
    {
        _rateLimit = response.ApiInfo.RateLimit;
        _serverTimeDifference = response.ApiInfo.ServerTimeDifference;
    }

    public int Limit => _rateLimit.Limit;

    public int Remaining => _rateLimit.Remaining;

    public DateTimeOffset Reset => _rateLimit.Reset;

    public override string Message => ApiErrorMessageSafe ?? "API Rate Limit exceeded";

    /// <summary>How long to wait by the server's clock; zero when the limit is reset already.</summary>
    public TimeSpan GetRetryAfterTimeSpan()
    {
        var wait = Reset - (DateTimeOffset.UtcNow + _serverTimeDifference);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
