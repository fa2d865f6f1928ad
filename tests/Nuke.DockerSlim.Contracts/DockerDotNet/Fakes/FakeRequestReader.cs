using System.Globalization;
using System.Text;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

/// <summary>Reads one HTTP/1.1 request off a connection, body included; byte by byte, since nothing after it may be swallowed.</summary>
internal static class FakeRequestReader
{
    public static async Task<FakeRequest> ReadAsync(Stream connection, CancellationToken shutdown)
    {
        var start = (await ReadLineAsync(connection, shutdown)).Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(connection, shutdown) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var target = start[1].StartsWith('/') ? start[1] : new Uri(start[1]).PathAndQuery;
        return new FakeRequest(start[0], target, headers, await ReadBodyAsync(connection, headers, shutdown));
    }

    private static async Task<byte[]> ReadBodyAsync(Stream connection, Dictionary<string, string> headers, CancellationToken shutdown)
    {
        if (headers.TryGetValue("Content-Length", out var length))
        {
            return await ReadExactlyAsync(connection, int.Parse(length, CultureInfo.InvariantCulture), shutdown);
        }

        using var body = new MemoryStream();
        if (headers.ContainsKey("Transfer-Encoding"))
        {
            while (
                int.Parse(await ReadLineAsync(connection, shutdown), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    is > 0
                        and var size
            )
            {
                body.Write(await ReadExactlyAsync(connection, size, shutdown));
                await ReadLineAsync(connection, shutdown);
            }

            await ReadLineAsync(connection, shutdown);
        }

        return body.ToArray();
    }

    private static async Task<byte[]> ReadExactlyAsync(Stream connection, int count, CancellationToken shutdown)
    {
        var bytes = new byte[count];
        await connection.ReadExactlyAsync(bytes, shutdown);
        return bytes;
    }

    private static async Task<string> ReadLineAsync(Stream connection, CancellationToken shutdown)
    {
        var line = new StringBuilder();
        while (true)
        {
            var letter = (char)(await ReadExactlyAsync(connection, 1, shutdown))[0];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }
    }
}
