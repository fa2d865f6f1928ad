using System.Net;

namespace Octokit;

public class AuthorizationException : ApiException
{
    public AuthorizationException()
        : base(HttpStatusCode.Unauthorized, null) { }

    public AuthorizationException(IResponse response)
        : this(response, null) { }

    public AuthorizationException(IResponse response, Exception innerException)
        : base(response, innerException) { }

    public AuthorizationException(HttpStatusCode httpStatusCode, Exception innerException)
        : base(httpStatusCode, innerException) { }
}
