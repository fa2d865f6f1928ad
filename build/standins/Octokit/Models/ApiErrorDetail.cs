namespace Octokit;

public class ApiErrorDetail
{
    public string Message { get; private set; }

    public string Code { get; private set; }

    public string Field { get; private set; }

    public string Resource { get; private set; }

    public ApiErrorDetail() { }

    public ApiErrorDetail(string message, string code, string field, string resource)
    {
        Message = message;
        Code = code;
        Field = field;
        Resource = resource;
    }
}
