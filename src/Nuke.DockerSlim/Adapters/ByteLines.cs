namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// Cuts what is written to it into lines and passes on their bytes, undecoded: a build that logs a hundred megabytes writes as many here.
/// </summary>
/// <param name="line">Told each line without its end; the bytes are gone when it returns.</param>
internal sealed class ByteLines(Action<ReadOnlyMemory<byte>> line) : MemoryStream
{
    /// <summary>A line that is longer comes in pieces. An event holds a step's output as it was read from a pipe: kilobytes.</summary>
    internal const int LongestLine = 32 << 20;

    private byte[] _begun = [];
    private int _count;

    /// <summary>Passes on a last line that had no end.</summary>
    public void Complete()
    {
        if (_count > 0)
            PassOn(_begun.AsMemory(0, _count));
        _count = 0;
    }

    public override void Write(byte[] buffer, int offset, int count) => Take(buffer.AsMemory(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer.ToArray());

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Take(buffer.AsMemory(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Take(buffer);
        return ValueTask.CompletedTask;
    }

    private void Take(ReadOnlyMemory<byte> data)
    {
        while (data.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            if (_count == 0)
                PassOn(data[..end]);
            else
            {
                Keep(data.Span[..end]);
                Complete();
            }
            data = data[(end + 1)..];
        }
        Keep(data.Span);
    }

    private void Keep(ReadOnlySpan<byte> data)
    {
        if (_count + data.Length > LongestLine)
            Complete();
        if (_count + data.Length > _begun.Length)
            Array.Resize(ref _begun, Math.Max(_count + data.Length, 2 * _begun.Length));
        data.CopyTo(_begun.AsSpan(_count));
        _count += data.Length;
    }

    private void PassOn(ReadOnlyMemory<byte> text) => line(text.Span.EndsWith("\r"u8) ? text[..^1] : text);
}
