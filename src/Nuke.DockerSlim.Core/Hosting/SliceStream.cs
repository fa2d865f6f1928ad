using Nuke.DockerSlim.Streaming;

namespace Nuke.DockerSlim.Hosting;

/// <summary>A part of a file, read from its start to its end. Disposing it closes the file.</summary>
/// <param name="file">The file, at the start of the part.</param>
/// <param name="length">Bytes of the part.</param>
internal sealed class SliceStream(Stream file, long length) : ForwardStream
{
    private long _left = length;

    public override int Read(Span<byte> buffer) => Taken(file.Read(buffer[..(int)Math.Min(buffer.Length, _left)]));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Taken(await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private int Taken(int read)
    {
        _left -= read;
        return read;
    }
}
