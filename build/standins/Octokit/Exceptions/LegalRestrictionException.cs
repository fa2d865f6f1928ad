using System.Net;

namespace Octokit;

public class LegalRestrictionException : ApiException
{
    public LegalRestrictionException(IResponse response)
        : this(response, null) { }

    public LegalRestrictionException(string message, HttpStatusCode statusCode)
        : base(message, statusCode) { }

    public LegalRestrictionException(IResponse response, Exception innerException)
        : base(response, innerException) { }

    public override string Message => ApiErrorMessageSafe ?? "Resource taken down due to a DMCA notice.";
}
