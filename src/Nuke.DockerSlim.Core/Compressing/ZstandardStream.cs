using System.Buffers.Binary;
using Nuke.DockerSlim.Inspecting;
using Nuke.DockerSlim.Streaming;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// Unpacks zstd (RFC 8878) as it is read: any number of frames, skippable ones too, their checksums verified. The base library has none before .NET 11, and a
/// package would be this library's only one. Disposing it leaves what it reads from open.
/// </summary>
/// <param name="packed">What to unpack; should be buffered.</param>
internal sealed class ZstandardStream(Stream packed) : ForwardStream
{
    /// <summary>Bytes that a block comes to at most.</summary>
    public const int LargestBlock = 1 << 17;

    // What the zstd command takes without being told that it may take more.
    private const long LargestReach = 1 << 27;
    private const uint FrameMagic = 0xFD2FB528;
    private const uint SkippableMagic = 0x184D2A50;

    private readonly byte[] _input = new byte[LargestBlock + BackwardBits.Slack];
    private readonly ZstandardWindow _window = new();
    private readonly XxHash64 _hash = new();
    private ZstandardBlock? _block;
    private ReadOnlyMemory<byte> _unpacked;
    private bool _inFrame;
    private bool _hasChecksum;
    private bool _isLast;

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_unpacked.IsEmpty && await NextAsync(cancellationToken).ConfigureAwait(false)) { }
        var count = Math.Min(buffer.Length, _unpacked.Length);
        _unpacked[..count].CopyTo(buffer);
        _unpacked = _unpacked[count..];
        return count;
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer) => throw new NotSupportedException("Layers are read asynchronously.");

    /// <summary>What a damaged stream ends in.</summary>
    internal static InvalidDataException Damaged(string what) => new($"The zstd stream is damaged: {what}.");

    /// <summary>Takes the next frame header or block; false at the end.</summary>
    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (!_inFrame)
            return await BeginFrameAsync(cancellationToken).ConfigureAwait(false);
        if (_isLast)
        {
            await EndFrameAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        await FillAsync(3, cancellationToken).ConfigureAwait(false);
        var head = _input[0] | _input[1] << 8 | _input[2] << 16;
        _isLast = (head & 1) != 0;
        var (type, size) = ((head >> 1) & 3, head >> 3);
        if (type == 3 || size > LargestBlock)
            throw Damaged("a block has no known type or is too large");
        await FillAsync(type == 1 ? 1 : size, cancellationToken).ConfigureAwait(false);
        var start = _window.BeginBlock();
        if (type == 0)
            _window.Append(_input.AsSpan(0, size));
        else if (type == 1)
            _window.Fill(_input[0], size);
        else
            _block!.Decode(_input, size);
        _unpacked = _window.From(start);
        if (_hasChecksum)
            _hash.Append(_unpacked.Span);
        return true;
    }

    private async ValueTask<bool> BeginFrameAsync(CancellationToken cancellationToken)
    {
        var read = await packed
            .ReadAtLeastAsync(_input.AsMemory(0, 4), 4, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        if (read == 0)
            return false;
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(_input);
        if (read == 4 && (magic & ~0xfu) == SkippableMagic)
        {
            await FillAsync(4, cancellationToken).ConfigureAwait(false);
            await SkipAsync(BinaryPrimitives.ReadUInt32LittleEndian(_input), cancellationToken).ConfigureAwait(false);
            return true;
        }
        if (read < 4 || magic != FrameMagic)
            throw Damaged("a frame has no beginning");
        await FillAsync(1, cancellationToken).ConfigureAwait(false);
        var header = new ZstandardHeader(_input[0]);
        await FillAsync(header.Length, cancellationToken).ConfigureAwait(false);
        var reach = header.Reach(_input);
        if (reach > LargestReach)
            throw Damaged("a frame asks for more memory than 128 MiB");
        _window.Reset((int)reach);
        _block ??= new ZstandardBlock(_window);
        _block.Reset();
        _hash.Reset();
        (_inFrame, _isLast, _hasChecksum) = (true, false, header.HasChecksum);
        return true;
    }

    private async ValueTask EndFrameAsync(CancellationToken cancellationToken)
    {
        _inFrame = false;
        if (!_hasChecksum)
            return;
        await FillAsync(4, cancellationToken).ConfigureAwait(false);
        if (BinaryPrimitives.ReadUInt32LittleEndian(_input) != (uint)_hash.Value)
            throw Damaged("a checksum is wrong");
    }

    private async ValueTask SkipAsync(long count, CancellationToken cancellationToken)
    {
        for (; count > 0; count -= Math.Min(count, LargestBlock))
            await FillAsync((int)Math.Min(count, LargestBlock), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask FillAsync(int count, CancellationToken cancellationToken)
    {
        if (
            await packed
                .ReadAtLeastAsync(_input.AsMemory(0, count), count, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false) < count
        )
            throw Damaged("it ends too early");
    }
}
