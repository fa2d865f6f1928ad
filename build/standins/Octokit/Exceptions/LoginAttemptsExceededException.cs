namespace Octokit;

public class LoginAttemptsExceededException : ForbiddenException
{
    public LoginAttemptsExceededException(IResponse response)
        : this(response, null) { }

    public LoginAttemptsExceededException(IResponse response, Exception innerException)
        : base(response, innerException) { }

    public override string Message => ApiErrorMessageSafe ?? "Maximum number of login attempts exceeded";
}
