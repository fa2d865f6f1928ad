using Nuke.DockerSlim.Streaming;

namespace Nuke.DockerSlim.Adapters;

/// <summary>
/// The body of an engine's answer. Docker.DotNet's own stream takes a read of no bytes, which the base library's tar reader does at the end of an
/// entry, for the end of the connection and throws; here it is a read of no bytes. An engine that is gone in the middle of its answer is told as such.
/// </summary>
/// <param name="body">Docker.DotNet's stream; disposed with this one.</param>
/// <param name="gone">What to throw when the body breaks off.</param>
internal sealed class AnswerStream(Stream body, Func<Exception, Exception> gone) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return buffer.IsEmpty ? 0 : body.Read(buffer);
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

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            body.Dispose();
        base.Dispose(disposing);
    }
}
