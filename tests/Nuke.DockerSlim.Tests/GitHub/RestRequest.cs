using System.Net;
using System.Text;
using System.Text.Json;

namespace Nuke.DockerSlim.Tests.GitHub;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Query">The query's parameters.</param>
/// <param name="Headers">The headers by name; null where absent.</param>
/// <param name="Body">The body as text.</param>
internal sealed record RestRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    WebHeaderCollection Headers,
    string Body
)
{
    public string Line => $"{Method} {Path}";

    public bool Writes => Method is "POST" or "PATCH" or "DELETE";

    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonElement? Json
    {
        get
        {
            try
            {
                return JsonDocument.Parse(Body).RootElement;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    public static async Task<RestRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var next = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(next, cancellationToken) == 0)
                return null;
            head.Add(next[0]);
        }
        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new WebHeaderCollection();
        foreach (var line in lines[1..])
            headers.Add(line);
        var body = new byte[int.Parse(headers["Content-Length"] ?? "0", null)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var words = lines[0].Split(' ');
        var parts = words[1].Split('?', 2);
        var query = (parts.Length > 1 ? parts[1].Split('&') : [])
            .Select(x => x.Split('=', 2))
            .ToDictionary(x => x[0], x => WebUtility.UrlDecode(x[1]));
        return new RestRequest(words[0], parts[0], query, headers, Encoding.UTF8.GetString(body));
    }
}
