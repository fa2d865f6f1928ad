namespace Nuke.DockerSlim.Tests.Hosting;

/// <summary>A stream of any length that lies nowhere: a head, the same piece over and over, and an end.</summary>
internal sealed class RepeatedStream(byte[] head, byte[] piece, long times, byte[] end) : Stream
{
    private long _position;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => head.Length + piece.Length * times + end.Length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var behind = _position - head.Length - piece.Length * times;
        var left =
            behind >= 0 ? end.AsSpan((int)behind)
            : _position < head.Length ? head.AsSpan((int)_position)
            : piece.AsSpan((int)((_position - head.Length) % piece.Length));
        var count = Math.Min(buffer.Length, left.Length);
        left[..count].CopyTo(buffer);
        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
