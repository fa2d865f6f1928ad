using System.Buffers.Binary;
using System.Numerics;

namespace Nuke.DockerSlim.Compressing;

/// <summary>
/// Bits that were written first to last and are read last to first, below the highest set bit of the last byte (RFC 8878, 4.1). What lies before the first bit
/// reads as zeros and leaves <see cref="Left" /> negative.
/// </summary>
internal ref struct BackwardBits
{
    /// <summary>Bytes that must be readable behind the bits.</summary>
    public const int Slack = 8;

    private readonly ReadOnlySpan<byte> _bytes;

    /// <param name="buffer">Holds the bits at its start, and <see cref="Slack" /> more bytes.</param>
    /// <param name="length">Bytes of the bits.</param>
    /// <exception cref="InvalidDataException">There is no mark where they end.</exception>
    public BackwardBits(ReadOnlySpan<byte> buffer, int length)
    {
        if (length == 0 || buffer[length - 1] == 0)
            throw ZstandardStream.Damaged("a bit stream has no end mark");
        _bytes = buffer;
        Left = (length - 1) * 8 + BitOperations.Log2(buffer[length - 1]);
    }

    /// <summary>Bits that have not been read.</summary>
    public int Left { get; private set; }

    /// <summary>The next bits as a number, the first one highest; they stay unread.</summary>
    /// <param name="count">At most 56.</param>
    public readonly ulong Peek(int count)
    {
        var start = Left - count;
        if (start >= 0)
            return (BinaryPrimitives.ReadUInt64LittleEndian(_bytes[(start >> 3)..]) >> (start & 7)) & ((1UL << count) - 1);
        var there = Math.Max(0, Left);
        return (BinaryPrimitives.ReadUInt64LittleEndian(_bytes) & ((1UL << there) - 1)) << (count - there);
    }

    public ulong Read(int count)
    {
        var bits = Peek(count);
        Left -= count;
        return bits;
    }

    public void Skip(int count) => Left -= count;
}
