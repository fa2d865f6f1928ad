using System.Net;

namespace Octokit;

public class NotFoundException : ApiException
{
    public NotFoundException(IResponse response)
        : this(response, null) { }

    public NotFoundException(string message, HttpStatusCode statusCode)
        : base(message, statusCode) { }

    public NotFoundException(IResponse response, Exception innerException)
        : base(response, innerException) { }
}
