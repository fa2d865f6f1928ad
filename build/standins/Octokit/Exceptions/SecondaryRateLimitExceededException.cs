namespace Octokit;

public class SecondaryRateLimitExceededException : ForbiddenException
{
    public SecondaryRateLimitExceededException(IResponse response)
        : this(response, null) { }

    public SecondaryRateLimitExceededException(IResponse response, Exception innerException)
        : base(response, innerException) { }

    public override string Message => ApiErrorMessageSafe ?? "Secondary Rate Limit Exceeded";
}
