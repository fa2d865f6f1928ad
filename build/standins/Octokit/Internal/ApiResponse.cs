namespace Octokit.Internal;

public class ApiResponse<T> : IApiResponse<T>
{
    public ApiResponse(IResponse response, T bodyAsObject)
    {
        HttpResponse = Ensure.NotNull(response);
        Body = bodyAsObject;
    }

    public T Body { get; }

    public IResponse HttpResponse { get; }
}
