using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>An answer.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body as JSON; empty: none.</param>
internal sealed record RestReply(int Status, string Body = "")
{
    public Dictionary<string, string> Headers { get; init; } = [];

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Whether the connection ends after half of the body.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether nothing comes behind the head until the other side gives up.</summary>
    public bool IsStalled { get; init; }

    public static RestReply Of(object value, int status = 200) => new(status, JsonSerializer.Serialize(value));

    /// <summary>A refusal in GitHub's form.</summary>
    public static RestReply Message(int status, string message, params (string Name, string Value)[] headers) =>
        Of(new { message, documentation_url = "https://docs.github.com/rest" }, status) with
        {
            Headers = headers.ToDictionary(x => x.Name, x => x.Value),
        };

    public async Task WriteAsync(TcpClient connection, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder($"HTTP/1.1 {Status} said\r\nConnection: close\r\nx-github-request-id: 0400:1\r\n");
        if (Status != 204)
            head.Append(null, $"Content-Type: {ContentType}\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in Headers)
            head.Append(null, $"{name}: {value}\r\n");
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        if (IsStalled)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        else if (IsCut)
        {
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2), cancellationToken);
            // A reset, as a proxy that dies leaves it.
            connection.LingerState = new LingerOption(true, 0);
        }
        else if (Status != 204)
            await stream.WriteAsync(body, cancellationToken);
    }
}
