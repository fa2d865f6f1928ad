using System.Security.Cryptography;
using Nuke.DockerSlim.Streaming;

namespace Nuke.DockerSlim.Hosting;

/// <summary>
/// A stream whose first bytes have been read already, put together again; what is read can be hashed on the way. Disposing it leaves the rest open.
/// </summary>
internal sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest, IncrementalHash? hash = null) : ForwardStream
{
    private ReadOnlyMemory<byte> _head = head;

    /// <summary>Bytes read so far.</summary>
    public long Count { get; private set; }

    public override int Read(Span<byte> buffer) => Taken(buffer, _head.IsEmpty ? rest.Read(buffer) : TakeHead(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = _head.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) : TakeHead(buffer.Span);
        return Taken(buffer.Span, read);
    }

    private int Taken(ReadOnlySpan<byte> buffer, int read)
    {
        Count += read;
        hash?.AppendData(buffer[..read]);
        return read;
    }

    private int TakeHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _head.Length);
        _head.Span[..count].CopyTo(buffer);
        _head = _head[count..];
        return count;
    }
}
