namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// The body of an engine's answer. Docker.DotNet's own stream takes a read of no bytes, which the base library's tar reader does at the end of an
/// entry, for the end of the connection and throws; here it is a read of no bytes. An engine that is gone in the middle of its answer is told as such.
/// </summary>
/// <param name="body">Docker.DotNet's stream; disposed with this one.</param>
/// <param name="gone">What to throw when the body breaks off.</param>
internal sealed class AnswerStream(Stream body, Func<Exception, Exception> gone) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return count == 0 ? 0 : body.Read(buffer, offset, count);
        }
        catch (Exception e) when (DockerEngine.IsUnreachable(e))
        {
            throw gone(e);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return buffer.IsEmpty ? 0 : await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (DockerEngine.IsUnreachable(e))
        {
            throw gone(e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
