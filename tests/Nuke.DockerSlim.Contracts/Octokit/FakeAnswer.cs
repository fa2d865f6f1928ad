using System.Text;

namespace Nuke.DockerSlim.Contracts.Octokit;

internal sealed record FakeAnswer(string Body, int Status = 200)
{
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static FakeAnswer Message(int status, string message) => new($$"""{"message":"{{message}}"}""", status);

    public string ToHttp()
    {
        var isEmpty = Status is 204 or 304;
        var http = new StringBuilder($"HTTP/1.1 {Status} Answer\r\nConnection: close\r\n");
        foreach (var (name, value) in Headers)
            http.Append($"{name}: {value}\r\n");
        if (!isEmpty)
            http.Append($"Content-Type: {ContentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n");
        return http.Append("\r\n").Append(isEmpty ? "" : Body).ToString();
    }
}
