using System.Net;

namespace Octokit;

public class ApiValidationException : ApiException
{
    public ApiValidationException()
        : base(HttpStatusCode.UnprocessableEntity, null) { }

    public ApiValidationException(IResponse response)
        : this(response, null) { }

    public ApiValidationException(IResponse response, Exception innerException)
        : base(response, innerException) { }

    protected ApiValidationException(ApiException innerException)
        : base(innerException) { }

    public override string Message => ApiErrorMessageSafe ?? "Validation Failed";
}
