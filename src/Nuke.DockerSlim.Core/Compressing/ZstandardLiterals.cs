using System.Buffers.Binary;

namespace Nuke.DockerSlim.Compressing;

/// <summary>Decodes the literals section of blocks (RFC 8878, 3.1.1.3.1).</summary>
internal sealed class ZstandardLiterals
{
    private readonly byte[] _literals = new byte[ZstandardStream.LargestBlock];
    private HuffmanTable? _table;

    /// <summary>The literals of the last section.</summary>
    public ReadOnlyMemory<byte> Decoded { get; private set; }

    /// <summary>A frame begins: no table can be used again.</summary>
    public void Reset() => _table = null;

    /// <summary>Decodes a section.</summary>
    /// <param name="buffer">The block, and <see cref="BackwardBits.Slack" /> more bytes.</param>
    /// <param name="length">Bytes of the block.</param>
    /// <returns>Bytes of the section.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public int Decode(ReadOnlySpan<byte> buffer, int length)
    {
        if (length < 1)
            throw Damaged();
        var format = (buffer[0] >> 2) & 3;
        return (buffer[0] & 3) switch
        {
            0 => Plain(buffer, length, format, isRun: false),
            1 => Plain(buffer, length, format, isRun: true),
            var type => Packed(buffer, length, format, hasTable: type == 2),
        };
    }

    private int Plain(ReadOnlySpan<byte> buffer, int length, int format, bool isRun)
    {
        var head =
            (format & 1) == 0 ? 1
            : format == 1 ? 2
            : 3;
        var value = BinaryPrimitives.ReadUInt32LittleEndian(buffer) & ((1u << (head * 8)) - 1);
        var count = (int)(head == 1 ? value >> 3 : value >> 4);
        var stored = isRun ? 1 : count;
        if (head + stored > length || count > _literals.Length)
            throw Damaged();
        if (isRun)
            _literals.AsSpan(0, count).Fill(buffer[head]);
        else
            buffer.Slice(head, count).CopyTo(_literals);
        Decoded = _literals.AsMemory(0, count);
        return head + stored;
    }

    private int Packed(ReadOnlySpan<byte> buffer, int length, int format, bool hasTable)
    {
        var head = format < 2 ? 3 : format + 2;
        var width =
            format < 2 ? 10
            : format == 2 ? 14
            : 18;
        var value = BinaryPrimitives.ReadUInt64LittleEndian(buffer) >> 4;
        var count = (int)(value & ((1u << width) - 1));
        var stored = (int)((value >> width) & ((1u << width) - 1));
        if (head + stored > length || count > _literals.Length)
            throw Damaged();
        var taken = 0;
        if (hasTable)
            _table = HuffmanTable.Read(buffer[head..], stored, out taken);
        var table = _table ?? throw Damaged();
        var streams = buffer[(head + taken)..];
        if (format == 0)
            table.Decode(streams, stored - taken, _literals.AsSpan(0, count));
        else
            DecodeFour(table, streams, stored - taken, _literals.AsSpan(0, count));
        Decoded = _literals.AsMemory(0, count);
        return head + stored;
    }

    private static void DecodeFour(HuffmanTable table, ReadOnlySpan<byte> buffer, int length, Span<byte> literals)
    {
        var each = (literals.Length + 3) / 4;
        if (length < 6 || each * 3 > literals.Length)
            throw Damaged();
        var at = 6;
        for (var i = 0; i < 4; i++)
        {
            var bytes = i < 3 ? BinaryPrimitives.ReadUInt16LittleEndian(buffer[(i * 2)..]) : length - at;
            if (bytes < 1 || at + bytes > length)
                throw Damaged();
            table.Decode(buffer[at..], bytes, i < 3 ? literals.Slice(i * each, each) : literals[(3 * each)..]);
            at += bytes;
        }
    }

    private static InvalidDataException Damaged() => ZstandardStream.Damaged("literals are longer than their block");
}
