using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Nuke.DockerSlim.Contracts.Octokit;

/// <summary>What arrived: the line as "METHOD /path?query", the body as text, headers by name (null where absent).</summary>
internal sealed record RecordedRequest(string Line, string Body, WebHeaderCollection Headers)
{
    /// <summary>The body as a comparable text, however its characters were escaped.</summary>
    public string Json => JsonNode.Parse(Body)!.ToJsonString();

    public static async Task<RecordedRequest> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new MemoryStream();
        var one = new byte[1];
        while (!head.GetBuffer().AsSpan(0, (int)head.Length).EndsWith("\r\n\r\n"u8))
        {
            await stream.ReadExactlyAsync(one, cancellationToken);
            head.Write(one);
        }
        var lines = Encoding.UTF8.GetString(head.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new WebHeaderCollection();
        foreach (var line in lines[1..])
            headers.Add(line);

        var body = new byte[int.Parse(headers["Content-Length"] ?? "0")];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new RecordedRequest(lines[0].Replace(" HTTP/1.1", ""), Encoding.UTF8.GetString(body), headers);
    }
}
