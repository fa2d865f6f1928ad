using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Microsoft.Net.Http.Client;

namespace Docker.DotNet;

/// <summary>
/// Reads the engine's stream of a container without a terminal: frames of an 8-byte header (target, three zeros,
/// big-endian length) and their payload. With a terminal there are no frames and everything is standard output.
/// </summary>
public class MultiplexedStream : IDisposable, IPeekableStream
{
    private const int CopyBufferSize = 81920;

    private readonly Stream _stream;
    private readonly bool _multiplexed;
    private readonly byte[] _header = new byte[8];
    private TargetStream _target;
    private int _remaining;

    public MultiplexedStream(Stream stream, bool multiplexed)
    {
        _stream = stream;
        _multiplexed = multiplexed;
    }

    public enum TargetStream
    {
        StandardIn = 0,
        StandardOut = 1,
        StandardError = 2,
    }

    public struct ReadResult
    {
        public int Count { get; set; }

        public TargetStream Target { get; set; }

        public bool EOF => Count == 0;
    }

    public void CloseWrite() => (_stream as WriteClosableStream)?.CloseWrite();

    public Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _stream.WriteAsync(buffer, offset, count, cancellationToken);

    public bool Peek(byte[] buffer, uint toPeek, out uint peeked, out uint available, out uint remaining) =>
        _stream is IPeekableStream peekable
            ? peekable.Peek(buffer, toPeek, out peeked, out available, out remaining)
            : throw new NotSupportedException("_stream isn't a peekable stream");

    public async Task<ReadResult> ReadOutputAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (!_multiplexed)
        {
            var plain = await _stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);
            return new ReadResult { Count = plain, Target = TargetStream.StandardOut };
        }

        while (_remaining == 0)
        {
            if (!await ReadHeaderAsync(cancellationToken).ConfigureAwait(false))
            {
                return default;
            }
        }

        var wanted = Math.Min(count, _remaining);
        var read = await _stream.ReadAsync(buffer.AsMemory(offset, wanted), cancellationToken).ConfigureAwait(false);
        if (read == 0)
        {
            throw new EndOfStreamException();
        }

        _remaining -= read;
        return new ReadResult { Count = read, Target = _target };
    }

    public async Task<(string stdout, string stderr)> ReadOutputToEndAsync(CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        await CopyOutputToAsync(Stream.Null, output, error, cancellationToken).ConfigureAwait(false);
        return (ReadText(output), ReadText(error));
    }

    public async Task CopyFromAsync(Stream input, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBufferSize);
        try
        {
            int count;
            while ((count = await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await WriteAsync(buffer, 0, count, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async Task CopyOutputToAsync(Stream stdin, Stream stdout, Stream stderr, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBufferSize);
        try
        {
            ReadResult result;
            while (!(result = await ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)).EOF)
            {
                var target = result.Target switch
                {
                    TargetStream.StandardIn => stdin,
                    TargetStream.StandardOut => stdout,
                    _ => stderr,
                };
                await target.WriteAsync(buffer.AsMemory(0, result.Count), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _stream.Dispose();

    // False at the end of the stream; an end inside a header is an error.
    private async Task<bool> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        var read = await _stream
            .ReadAtLeastAsync(_header, _header.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        if (read == 0)
        {
            return false;
        }

        if (read < _header.Length)
        {
            throw new EndOfStreamException();
        }

        if (_header[0] > (byte)TargetStream.StandardError)
        {
            throw new IOException("unknown stream type");
        }

        _target = (TargetStream)_header[0];
        _remaining = BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(4));
        return true;
    }

    private static string ReadText(MemoryStream stream)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
