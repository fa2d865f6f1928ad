using System.Text;

namespace Nuke.DockerSlim.Tests.Registries;

/// <summary>An answer.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">Headers, each with its value.</param>
internal sealed record Reply(int Status, params string[] Headers)
{
    public byte[] Body { get; init; } = [];

    /// <summary>What the head says of the body's length, where that is not true.</summary>
    public int? StatedLength { get; init; }

    /// <summary>No answer: the connection breaks.</summary>
    public static Reply Nothing { get; } = new(0);

    public static Reply Json(string json) => new(200, "Content-Type: application/json") { Body = Encoding.UTF8.GetBytes(json) };

    public byte[] ToHttp()
    {
        var head = $"HTTP/1.1 {Status} said\r\nConnection: close\r\nContent-Length: {StatedLength ?? Body.Length}\r\n";
        return [.. Encoding.Latin1.GetBytes(head + string.Concat(Headers.Select(x => x + "\r\n")) + "\r\n"), .. Body];
    }
}
