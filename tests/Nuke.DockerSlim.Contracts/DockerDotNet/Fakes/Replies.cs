using System.Text;

namespace Nuke.DockerSlim.Contracts.DockerDotNet.Fakes;

internal static class Replies
{
    public static FakeReply Json(string json, int status = 200) =>
        Text(
            $"HTTP/1.1 {status} Whatever\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}"
        );

    public static FakeReply Status(int status) => Text($"HTTP/1.1 {status} Whatever\r\nContent-Length: 0\r\n\r\n");

    public static FakeReply Error(int status, string message) => Json($$"""{"message":"{{message}}"}""", status);

    public static FakeReply Text(string text) => (_, connection, shutdown) => WriteAsync(connection, text, shutdown);

    /// <summary>A whole chunked answer.</summary>
    public static FakeReply Chunks(params byte[][] chunks) =>
        async (_, connection, shutdown) =>
        {
            await WriteChunksAsync(connection, chunks, shutdown);
            await WriteAsync(connection, "0\r\n\r\n", shutdown);
        };

    public static FakeReply Chunks(params string[] chunks) => Chunks([.. chunks.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>A chunked answer that ends between two chunks, without the last one.</summary>
    public static FakeReply CutAfter(params byte[][] chunks) => (_, connection, shutdown) => WriteChunksAsync(connection, chunks, shutdown);

    public static FakeReply CutAfter(params string[] chunks) => CutAfter([.. chunks.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>Takes the request and closes the connection without a word.</summary>
    public static FakeReply Nothing { get; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Takes the request, says so, and never answers.</summary>
    public static FakeReply Silence(TaskCompletionSource received) =>
        async (_, _, shutdown) =>
        {
            received.SetResult();
            await Task.Delay(Timeout.Infinite, shutdown);
        };

    /// <summary>A first chunk, then nothing more until <paramref name="continued"/>, then the second.</summary>
    public static FakeReply InTwoParts(string first, Task continued, string second) =>
        async (_, connection, shutdown) =>
        {
            await WriteChunksAsync(connection, [Encoding.UTF8.GetBytes(first)], shutdown);
            await continued.WaitAsync(shutdown);
            await WriteAsync(connection, $"{Encoding.UTF8.GetByteCount(second):x}\r\n{second}\r\n0\r\n\r\n", shutdown);
        };

    /// <summary>The same chunk for as long as the client listens.</summary>
    public static FakeReply Endless(byte[] chunk) =>
        async (_, connection, shutdown) =>
        {
            await WriteChunksAsync(connection, [], shutdown);
            while (true)
            {
                await WriteChunkAsync(connection, chunk, shutdown);
            }
        };

    private static async Task WriteChunksAsync(Stream connection, byte[][] chunks, CancellationToken shutdown)
    {
        await WriteAsync(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", shutdown);
        foreach (var chunk in chunks)
        {
            await WriteChunkAsync(connection, chunk, shutdown);
        }
    }

    private static async Task WriteChunkAsync(Stream connection, byte[] chunk, CancellationToken shutdown)
    {
        await WriteAsync(connection, $"{chunk.Length:x}\r\n", shutdown);
        await connection.WriteAsync(chunk, shutdown);
        await WriteAsync(connection, "\r\n", shutdown);
    }

    private static Task WriteAsync(Stream connection, string text, CancellationToken shutdown) =>
        connection.WriteAsync(Encoding.UTF8.GetBytes(text), shutdown).AsTask();
}
